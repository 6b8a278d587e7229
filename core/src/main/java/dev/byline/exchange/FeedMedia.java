package dev.byline.exchange;

import dev.byline.exchange.Feed.Space;
import java.util.function.UnaryOperator;

/** Takes Media RSS apart: pictures, and what is said of them. */
final class FeedMedia {
    private static final int MOST_PICTURES = 20;

    private final XmlCursor xml;
    private final UnaryOperator<String> address;

    /** @param address makes an address whole */
    FeedMedia(XmlCursor xml, UnaryOperator<String> address) {
        this.xml = xml;
        this.address = address;
    }

    void take(FeedEntry entry, String name) throws Refused {
        switch (name) {
            case "group" -> {
                int depth = xml.depth();
                while (xml.nextChild(depth)) {
                    if (Feed.space(xml.namespace()) == Space.MEDIA) {
                        take(entry, xml.localName().equals("group") ? "" : xml.localName());
                    }
                }
            }
            case "content" -> picture(entry, isPicture(), false);
            case "thumbnail" -> picture(entry, true, true);
            case "keywords" -> {
                for (String keyword : WxrSlugs.plain(xml.text()).split(",", MOST_PICTURES)) {
                    entry.keywords.add(keyword.strip());
                }
            }
            case "title", "description", "credit" -> {
                // What is said beside pictures is said of the first.
                if (!entry.pictures.isEmpty()) {
                    say(entry.pictures.get(0), name);
                }
            }
            default -> {}
        }
    }

    private boolean isPicture() throws Refused {
        String type = xml.attribute("type");
        String medium = xml.attribute("medium");
        String url = xml.attribute("url");
        if (medium.isEmpty() && type.isEmpty()) {
            return NinjsItems.isPictureFile(url);
        }
        return medium.equals("image") || type.startsWith("image/");
    }

    private void picture(FeedEntry entry, boolean wanted, boolean thumbnail) throws Refused {
        FeedEntry.Picture picture = new FeedEntry.Picture();
        picture.url = address.apply(xml.attribute("url"));
        picture.width = xml.attribute("width");
        picture.height = xml.attribute("height");
        picture.thumbnail = thumbnail;
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (Feed.space(xml.namespace()) == Space.MEDIA) {
                say(picture, xml.localName());
            }
        }
        if (wanted && entry.pictures.size() < MOST_PICTURES) {
            entry.pictures.add(picture);
        }
    }

    private void say(FeedEntry.Picture picture, String name) throws Refused {
        switch (name) {
            case "title" -> picture.title = first(picture.title);
            case "description" -> picture.description = first(picture.description);
            case "credit" -> picture.credit = first(picture.credit);
            default -> {}
        }
    }

    private String first(String known) throws Refused {
        String text = WxrSlugs.plain(xml.text());
        return known.isEmpty() ? text : known;
    }
}
