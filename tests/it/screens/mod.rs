//! Pictures of whole screens with their styles.
//!
//! Under each row that has any style stands a row of letters, one for each style; the legend is at the end. Look at a changed picture
//! before taking it: `INSTA_UPDATE=always cargo test screens`, then `git diff`.

mod fixture;
mod styled;

use fixture::Reader;
use ibid::app::{Message, Size};
use ibid::config::Theme;
use ibid::tui::{Depth, Styles, view};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use styled::styled_screen;

/// Draws the reader's screen in a theme, on a terminal of so many colours.
fn draw(reader: &Reader, theme: &Theme, depth: Depth) -> Buffer {
    let size = reader.app.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    view(&reader.app, &Styles::new(theme, depth), &mut buffer);
    buffer
}

fn picture(reader: &Reader) -> String {
    styled_screen(&draw(reader, &Theme::dark(), Depth::Sixteen))
}

macro_rules! screens {
    ($($name:ident $width:literal x $height:literal $($keys:literal)*;)*) => {
        $(
            #[test]
            fn $name() {
                let reader = Reader::open($width, $height)$(.press($keys))*;
                insta::assert_snapshot!(concat!(stringify!($name), "_", $width, "x", $height), picture(&reader));
            }
        )*
    };
}

screens! {
    page 80 x 24;
    page_follows 80 x 24 "* n";
    page_narrow 40 x 12 "* n";
    page_tiny 20 x 5 "* n";
    page_wide 120 x 40 "* n n n";
    page_huge 200 x 50 "* n n n";
    page_ends 80 x 24 "G";
    page_pending 80 x 24 "5]";
    french 80 x 24 "J Tab Tab";
    chinese 40 x 12 "JJ * n";
    arabic 80 x 24 "JJJ * n";
    only_followed_lit 80 x 24 "* \\";
    articles_pane 120 x 40 "* <Left> j";
    entities_pane 120 x 40 "<Right> j";
    card 80 x 24 "Tab Enter";
    card_narrow 40 x 12 "Tab Enter";
    card_huge 200 x 50 "Tab Enter";
    concordance 80 x 24 "* c j";
    concordance_narrow 40 x 12 "* c j";
    concordance_wide 120 x 40 "* c > >";
    why 80 x 24 "Tab Tab Tab =";
    entry 80 x 24 "* gd j";
    picker 80 x 24 "e";
    picker_narrow 40 x 12 "e";
    picker_articles 120 x 40 "i";
    help 80 x 24 "?";
    help_narrow 40 x 12 "?";
    problems 80 x 24 "gp";
    jumps 80 x 24 "* n n J T";
}

#[test]
fn typing() {
    let searching = Reader::open(80, 24).press("/").type_in("alliance");
    insta::assert_snapshot!("search_80x24", picture(&searching));
    let picking = Reader::open(80, 24).press("e").type_in("rusia");
    insta::assert_snapshot!("picker_typed_80x24", picture(&picking));
    let commanding = Reader::open(80, 24).press(":").type_in("next");
    insta::assert_snapshot!("command_80x24", picture(&commanding));
}

#[test]
fn colours_come_down_with_the_terminal() {
    let reader = Reader::open(80, 24).press("* n");
    for (name, theme, depth) in [
        ("page_no_colour_80x24", Theme::dark(), Depth::Monochrome),
        ("page_light_80x24", Theme::light(), Depth::Sixteen),
        ("page_true_colour_80x24", Theme::dark(), Depth::True),
    ] {
        insta::assert_snapshot!(name, styled_screen(&draw(&reader, &theme, depth)));
    }
}

#[test]
fn a_screen_of_any_size_is_drawn_inside_itself() {
    for keys in [
        "* n",
        "Tab Enter",
        "* c",
        "e",
        "i",
        "?",
        "gp",
        "* n T",
        "Tab =",
        "* gd",
        "/",
        ":",
    ] {
        let mut reader = Reader::open(80, 24).press(keys);
        for (width, height) in [
            (0, 0),
            (1, 1),
            (2, 1),
            (1, 2),
            (3, 3),
            (5, 20),
            (20, 5),
            (100, 3),
            (300, 2),
            (101, 101),
        ] {
            reader.send(Message::Resize(Size::new(width, height)));
            // Writing outside panics.
            draw(&reader, &Theme::dark(), Depth::True);
        }
    }
}
