package dev.byline.comment;

/** What a whole name looks like at a glance, where a capital i is an l, rn an m, and blanks are easily overlooked. */
final class NameLook {
    private NameLook() {}

    /** The same for names that look the same; empty where there is no letter or digit. */
    static String of(String name) {
        FoldedText folded = FoldedText.of(name, Fold.LOOKS);
        StringBuilder look = new StringBuilder(folded.length);
        for (int i = 0; i < folded.length; i++) {
            char c = letter(folded.chars[i]);
            char before = look.isEmpty() ? ' ' : look.charAt(look.length() - 1);
            if (c == 'n' && before == 'r') {
                look.setCharAt(look.length() - 1, 'm');
            } else if (c == 'v' && before == 'v') {
                look.setCharAt(look.length() - 1, 'w');
            } else if (c == 'l' || folded.isWord(i)) {
                look.append(c);
            }
        }
        return look.toString();
    }

    private static char letter(char c) {
        return switch (c) {
            case 'i', '1', '|', '!' -> 'l';
            case '0' -> 'o';
            default -> c;
        };
    }
}
