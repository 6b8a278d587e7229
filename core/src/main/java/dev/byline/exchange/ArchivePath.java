package dev.byline.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The paths of the entries of an archive. */
final class ArchivePath {
    private static final int LONGEST = 1024;

    // Code page 437 from 128 on, which zip means where it does not say UTF-8.
    private static final String OLD = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
            + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

    private ArchivePath() {}

    /**
     * The path with slashes and without the segments that mean nothing; empty for the archive's own folder.
     *
     * @throws RefusedSource if it leads out of the archive or is none
     */
    static String of(String archive, String entry) throws RefusedSource {
        if (entry.length() > LONGEST) {
            throw new RefusedSource(archive, "holds a path of more than " + LONGEST + " characters");
        }
        if (entry.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedSource(archive, "holds a path with a control character, " + Tally.quote(entry));
        }
        String path = entry.replace('\\', '/');
        if (path.startsWith("/") || hasDrive(path)) {
            throw new RefusedSource(archive, "holds the absolute path " + Tally.quote(entry));
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                throw new RefusedSource(archive, "holds the path " + Tally.quote(entry) + ", which leads out of it");
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }

    /** A name as it stands in an archive: UTF-8, else as old programs wrote it, so that different ones stay different. */
    static String decoded(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            StringBuilder old = new StringBuilder(name.length);
            for (byte b : name) {
                old.append(b >= 0 ? (char) b : OLD.charAt(b + 128));
            }
            return old.toString();
        }
    }

    private static boolean hasDrive(String path) {
        return path.length() >= 2
                && path.charAt(1) == ':'
                && ((path.charAt(0) >= 'a' && path.charAt(0) <= 'z')
                        || (path.charAt(0) >= 'A' && path.charAt(0) <= 'Z'));
    }
}
