//! Markdown: front matter taken off, the rest rendered as plain text.
//!
//! Paragraphs and headings stand apart by a blank line, list items by a line end; a link is its text, an image its description, code is
//! kept as it is. Lines broken in the source are joined: the page wraps by itself.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Article, front_matter, html, plain};

/// Deeper quotes and lists are shown at this depth: the marks before every line would otherwise grow with the square of the text.
const MAX_DEPTH: usize = 8;

/// Returns the article of a Markdown text.
pub fn read(text: &str) -> Article {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let front = front_matter::split(text);
    let rendered = render(front.body);
    let mut facts = front.facts;
    if facts.title.is_none() {
        facts.title = rendered
            .heading
            .or_else(|| plain::title(&rendered.text).map(str::to_owned));
    }
    Article {
        text: rendered.text,
        facts,
        problems: front.problem.into_iter().collect(),
    }
}

/// What Markdown says, without its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The text.
    pub text: String,
    /// The first heading, if it is one of the first level or stands before all text.
    pub heading: Option<String>,
}

/// Renders Markdown as plain text. Metadata blocks are not looked for.
///
/// ```
/// use ibid::corpus::format::markdown::render;
/// assert_eq!(render("# Madrid\n\nThe *Alliance*\nmet:\n\n- [Biden](x)\n- Scholz\n").text, "Madrid\n\nThe Alliance met:\n\n• Biden\n• Scholz\n");
/// ```
pub fn render(markdown: &str) -> Rendered {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let mut renderer = Renderer::default();
    for event in Parser::new_ext(markdown, options) {
        renderer.event(event);
    }
    if !renderer.text.is_empty() {
        renderer.text.push('\n');
    }
    Rendered {
        text: renderer.text,
        heading: renderer.heading,
    }
}

/// What stands between what was written and what comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Gap {
    #[default]
    Nothing,
    Line,
    Blank,
}

/// A block that puts something before each of its lines.
#[derive(Debug)]
enum Container {
    Quote,
    /// An item or a footnote: its mark stands before the first line, as much space before the others.
    Item(String),
}

#[derive(Default)]
struct Renderer {
    text: String,
    gap: Gap,
    containers: Vec<Container>,
    /// How many of them have a line in `text`.
    n_begun: usize,
    /// The number of the next item of each open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// Where the heading being read starts in `text`, and whether it may be the title.
    heading_start: Option<(usize, bool)>,
    heading: Option<String>,
    n_cells: usize,
    /// Raw HTML of the block being read.
    html: Option<String>,
}

impl Renderer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.lines(&text),
            Event::Html(raw) => match &mut self.html {
                Some(html) => html.push_str(&raw),
                None => self.lines(&html::fragment_text(&raw)),
            },
            Event::InlineHtml(raw) => {
                let tag = raw.to_ascii_lowercase();
                if tag.starts_with("<br") {
                    self.need(Gap::Line);
                }
            }
            Event::FootnoteReference(name) => self.write(&format!("[{name}]")),
            Event::SoftBreak => self.write(" "),
            Event::HardBreak => self.need(Gap::Line),
            Event::Rule => {
                self.need(Gap::Blank);
                self.write("* * *");
                self.need(Gap::Blank);
            }
            Event::TaskListMarker(done) => self.write(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::Table(_) | Tag::DefinitionList => {
                self.need(Gap::Blank);
            }
            Tag::Heading { level, .. } => self.open_heading(level),
            Tag::BlockQuote(_) => {
                self.need(Gap::Blank);
                self.containers.push(Container::Quote);
            }
            Tag::List(first) => {
                self.need(if self.lists.is_empty() {
                    Gap::Blank
                } else {
                    Gap::Line
                });
                self.lists.push(first);
            }
            Tag::Item => {
                let mark = self.next_mark();
                self.open_item(mark);
            }
            Tag::FootnoteDefinition(name) => {
                self.need(Gap::Blank);
                self.open_item(format!("[{name}] "));
            }
            Tag::TableHead | Tag::TableRow => {
                self.need(Gap::Line);
                self.n_cells = 0;
            }
            Tag::TableCell => {
                if self.n_cells > 0 {
                    self.write(" | ");
                }
                self.n_cells += 1;
            }
            Tag::HtmlBlock => self.html = Some(String::new()),
            Tag::DefinitionListTitle | Tag::DefinitionListDefinition => self.need(Gap::Line),
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Table | TagEnd::DefinitionList => {
                self.need(Gap::Blank);
            }
            TagEnd::Heading(_) => {
                if let Some((start, true)) = self.heading_start.take() {
                    self.heading = self
                        .text
                        .get(start..)
                        .map(|heading| heading.trim().to_owned())
                        .filter(|heading| !heading.is_empty());
                }
                self.need(Gap::Blank);
            }
            TagEnd::BlockQuote(_) => {
                self.close();
                self.need(Gap::Blank);
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.need(if self.lists.is_empty() {
                    Gap::Blank
                } else {
                    Gap::Line
                });
            }
            TagEnd::Item => {
                self.close_item();
                self.need(Gap::Line);
            }
            TagEnd::FootnoteDefinition => {
                self.close_item();
                self.need(Gap::Blank);
            }
            TagEnd::HtmlBlock => {
                if let Some(raw) = self.html.take() {
                    self.need(Gap::Blank);
                    self.lines(&html::fragment_text(&raw));
                    self.need(Gap::Blank);
                }
            }
            TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {
                self.need(Gap::Line);
            }
            TagEnd::TableCell
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn open_heading(&mut self, level: HeadingLevel) {
        self.need(Gap::Blank);
        let title = self.heading.is_none()
            && self.containers.is_empty()
            && (level == HeadingLevel::H1 || self.text.is_empty());
        // The gap is written with the first word, so the heading starts after it.
        self.heading_start = Some((self.text.len(), title));
    }

    /// Returns the mark of the next item of the innermost list.
    fn next_mark(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            Some(None) | None => "• ".to_owned(),
        }
    }

    fn open_item(&mut self, mark: String) {
        self.need(Gap::Line);
        self.containers.push(Container::Item(mark));
    }

    fn close_item(&mut self) {
        if self.n_begun < self.containers.len() {
            // Nothing was written in it: its mark still shows that it was there.
            self.write("");
        }
        self.close();
    }

    fn close(&mut self) {
        self.containers.pop();
        self.n_begun = self.n_begun.min(self.containers.len());
    }

    /// Asks for at least so much of a gap before what comes next.
    fn need(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Writes text that may have line ends, as code has.
    fn lines(&mut self, text: &str) {
        let mut lines = text.split('\n').peekable();
        while let Some(line) = lines.next() {
            if !line.is_empty() {
                self.write(line);
            }
            if lines.peek().is_some() {
                // Two line ends are a blank line, and so are more.
                let gap = if line.is_empty() && self.gap >= Gap::Line {
                    Gap::Blank
                } else {
                    Gap::Line
                };
                self.need(gap);
            }
        }
    }

    fn write(&mut self, text: &str) {
        let gap = std::mem::take(&mut self.gap);
        let at_start = self.text.is_empty();
        if gap != Gap::Nothing || at_start {
            match gap {
                _ if at_start => {}
                Gap::Blank => self.text.push_str("\n\n"),
                Gap::Line | Gap::Nothing => self.text.push('\n'),
            }
            self.begin_line();
        }
        self.text.push_str(text);
    }

    /// Writes what the open containers put before a line.
    fn begin_line(&mut self) {
        let begun = self.n_begun.min(MAX_DEPTH);
        for container in self.containers.iter().take(begun) {
            match container {
                Container::Quote => self.text.push_str("> "),
                Container::Item(mark) => self.text.extend(mark.chars().map(|_| ' ')),
            }
        }
        for (depth, container) in self.containers.iter().enumerate().skip(self.n_begun) {
            match container {
                Container::Quote if depth < MAX_DEPTH => self.text.push_str("> "),
                Container::Quote => {}
                Container::Item(mark) => self.text.push_str(mark),
            }
        }
        self.n_begun = self.containers.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renders() {
        for (markdown, text) in [
            ("", ""),
            ("a\nb  \nc\n\nd", "a b\nc\n\nd\n"),
            ("# T\ntext", "T\n\ntext\n"),
            ("- a\n- b\n  - c\n\nd", "• a\n• b\n  • c\n\nd\n"),
            ("3. a\n4. b", "3. a\n4. b\n"),
            ("- a\n\n  more\n\n- b", "• a\n\n  more\n\n• b\n"),
            ("- - a", "• • a\n"),
            ("-\n- b", "• \n• b\n"),
            ("> a\n> b\n>\n> c\n\nd", "> a b\n\n> c\n\nd\n"),
            ("> - a", "> • a\n"),
            (
                "[link](http://x) ![alt *text*](i.png) <http://y>",
                "link alt text http://y\n",
            ),
            ("a `code` *b* **c** ~~d~~", "a code b c d\n"),
            (
                "```rust\nfn a() {\n\n    b\n}\n```\nx",
                "fn a() {\n\n    b\n}\n\nx\n",
            ),
            ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2\n"),
            ("a[^1]\n\n[^1]: note", "a[1]\n\n[1] note\n"),
            ("a\n\n---\n\nb", "a\n\n* * *\n\nb\n"),
            ("x <b>y</b><br>z &amp; &#x1b;", "x y\nz & \u{1b}\n"),
            (
                "<div>\n<p>NATO &eacute;</p><script>no</script></div>\n\nx",
                "NATO é\n\nx\n",
            ),
            ("- [ ] a\n- [x] b", "• [ ] a\n• [x] b\n"),
        ] {
            assert_eq!(render(markdown).text, text, "{markdown:?}");
        }
    }

    #[test]
    fn the_title_is_stated_or_a_heading_or_the_first_line() {
        for (markdown, title) in [
            ("---\ntitle: Stated\n---\n# Heading\n", Some("Stated")),
            ("Text.\n\n# Heading *one*\n", Some("Heading one")),
            ("## First\n\ntext\n", Some("First")),
            (
                "NATO at seventy\n\nText.\n\n## Section\n",
                Some("NATO at seventy"),
            ),
            ("Text is here.\n", None),
        ] {
            assert_eq!(read(markdown).facts.title.as_deref(), title, "{markdown:?}");
        }
    }

    #[test]
    fn deep_nesting_costs_no_more_than_its_length() {
        let deep = format!("{}a\n{}", ">".repeat(20_000), "a  \n".repeat(2_000));
        assert!(render(&deep).text.len() < 100_000);
        let lists: Vec<String> = (0..200)
            .map(|depth| format!("{}- a\n", "  ".repeat(depth)))
            .collect();
        assert!(render(&lists.concat()).text.len() < 20_000);
        assert!(render(&"[".repeat(50_000)).text.len() < 100_000);
    }
}
