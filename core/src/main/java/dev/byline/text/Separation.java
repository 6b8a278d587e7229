package dev.byline.text;

/** How what stands before and after a tag is parted, from least to most. */
enum Separation {
    /** Not at all. */
    NOTHING,
    /** By a space. */
    SPACE,
    /** By a line feed. */
    LINE;

    /** What a tag of this name does, opening or closing. */
    static Separation of(String tag) {
        return switch (tag) {
            case "address",
                    "article",
                    "aside",
                    "blockquote",
                    "body",
                    "br",
                    "caption",
                    "center",
                    "dd",
                    "details",
                    "dialog",
                    "dir",
                    "div",
                    "dl",
                    "dt",
                    "fieldset",
                    "figcaption",
                    "figure",
                    "footer",
                    "form",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "header",
                    "hgroup",
                    "hr",
                    "html",
                    "legend",
                    "li",
                    "listing",
                    "main",
                    "menu",
                    "nav",
                    "ol",
                    "optgroup",
                    "option",
                    "p",
                    "pre",
                    "search",
                    "section",
                    "summary",
                    "table",
                    "tbody",
                    "tfoot",
                    "thead",
                    "tr",
                    "ul",
                    "xmp" -> LINE;
            case "audio",
                    "button",
                    "canvas",
                    "embed",
                    "iframe",
                    "img",
                    "input",
                    "object",
                    "select",
                    "svg",
                    "td",
                    "textarea",
                    "th",
                    "video" -> SPACE;
            default -> NOTHING;
        };
    }
}
