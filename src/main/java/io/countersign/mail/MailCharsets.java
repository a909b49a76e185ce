package io.countersign.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns bytes of a mail into text whatever charset they claim to be in. A wrong claim is repaired: broken UTF-8 is read as
 * windows-1252, 8-bit text declared as ASCII as UTF-8 where it is valid UTF-8. Labels follow the WHATWG Encoding Standard,
 * which reads ISO-8859-1 as windows-1252 and gb2312 as GB18030.
 */
final class MailCharsets {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final char REPLACEMENT = '\uFFFD';
    private static final String UTF_7 = "utf-7";
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("iso-8859-6-i", "iso-8859-6"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gb_2312-80", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("ks_c_5601-1989", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("_iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("cp-850", "ibm850"),
            Map.entry("utf8", "utf-8"),
            Map.entry("utf", "utf-8"),
            Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("unicode-1-1-utf-7", UTF_7),
            Map.entry("utf7", UTF_7),
            Map.entry("x-unicode-2-0-utf-7", UTF_7),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("x-mac-roman", "x-macroman"),
            Map.entry("mac", "x-macroman"),
            Map.entry("x-mac-cyrillic", "x-maccyrillic"),
            Map.entry("x-mac-ce", "x-maccentraleurope"),
            Map.entry("ascii", "us-ascii"),
            Map.entry("ansi_x3.4-1968", "us-ascii"),
            Map.entry("7bit", "us-ascii"),
            Map.entry("unknown-8bit", ""),
            Map.entry("x-unknown", ""),
            Map.entry("unknown", ""),
            Map.entry("default", ""),
            Map.entry("default_charset", ""),
            Map.entry("none", ""),
            Map.entry("eucgb2312_cn", "gb18030"));

    private MailCharsets() {}

    /** Decodes {@code bytes}, which claim to be in {@code label} (empty: no claim). The result is free of NUL. */
    static String decode(byte[] bytes, int from, int to, String label, Defects defects) {
        var text = decodeRaw(bytes, from, to, label, defects);
        // Looked for first, because these searches are fast: text of most mails is neither.
        return text.indexOf('\0') < 0 && text.indexOf('\uFEFF') < 0 && !mayHoldSurrogates(label) ? text : clean(text);
    }

    /** UTF-8 and byte charsets decode to pairs only; what begins otherwise (UTF-16, UTF-7, unknown) may not. */
    private static boolean mayHoldSurrogates(String label) {
        var name = normalise(label);
        return !(name.isEmpty() || name.equals("utf-8") || name.equals("us-ascii") || name.equals("windows-1252"));
    }

    private static String decodeRaw(byte[] bytes, int from, int to, String label, Defects defects) {
        if (startsWithUtf16Mark(bytes, from, to)) {
            return new String(bytes, from, to - from, bytes[from] == (byte) 0xFE ? UTF_16BE : UTF_16LE);
        }
        var name = normalise(label);
        if (name.equals("utf-8")) {
            return utf8(bytes, from, to, defects);
        }
        if (name.isEmpty() || name.equals("us-ascii")) {
            return guess(bytes, from, to, name, defects);
        }
        if (name.equals(UTF_7)) {
            return Utf7.decode(new String(bytes, from, to - from, ISO_8859_1), '+');
        }
        var charset = lookUp(name);
        if (charset.isEmpty()) {
            var read = isUtf8(bytes, from, to) ? UTF_8 : WINDOWS_1252;
            defects.add("Charset " + Defects.quote(name) + " is unknown, read as " + read.name() + ".");
            return eightBit(bytes, from, to, read);
        }
        return eightBit(bytes, from, to, wide(charset.get(), bytes, from, to, defects));
    }

    /** The charset behind a label, aliases included; empty when it is unknown, and for UTF-7. */
    static Optional<Charset> lookUp(String label) {
        var name = normalise(label);
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return lookUpRepaired(name);
        }
    }

    private static Optional<Charset> lookUpRepaired(String name) {
        for (var prefix : new String[] {"x-", "charset=", "cp", "windows"}) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                var rest = name.substring(prefix.length());
                var candidate = prefix.equals("cp") || prefix.equals("windows") ? "windows-" + strip(rest) : rest;
                if (!candidate.equals(name) && isSupported(candidate)) {
                    return Optional.of(Charset.forName(candidate));
                }
            }
        }
        return Optional.empty();
    }

    private static String strip(String rest) {
        return rest.startsWith("-") || rest.startsWith("_") ? rest.substring(1) : rest;
    }

    private static boolean isSupported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException _) {
            return false;
        }
    }

    private static String normalise(String label) {
        int from = 0;
        int to = label.length();
        while (from < to && isDecoration(label.charAt(from))) {
            from++;
        }
        while (to > from && isDecoration(label.charAt(to - 1))) {
            to--;
        }
        var lower = label.substring(from, to).toLowerCase(Locale.ROOT);
        return ALIASES.getOrDefault(lower, lower);
    }

    private static boolean isDecoration(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == ';' || c == '<' || c == '>' || c == ',';
    }

    private static String utf8(byte[] bytes, int from, int to, Defects defects) {
        int start = to - from >= 3 && bytes[from] == (byte) 0xEF && bytes[from + 1] == (byte) 0xBB ? from + 3 : from;
        var text = new String(bytes, start, to - start, UTF_8);
        if (isIntact(text, bytes, start, to)) {
            return text;
        }
        if (isMostlyUtf8(text)) {
            defects.add("Text declared as UTF-8 has broken characters.");
            return text;
        }
        defects.add("Text declared as UTF-8 is not UTF-8, read as windows-1252.");
        return eightBit(bytes, start, to, WINDOWS_1252);
    }

    /** True when broken characters are rarer than good ones beyond ASCII: then it is damaged UTF-8, not another charset. */
    private static boolean isMostlyUtf8(String text) {
        int good = 0;
        int broken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == REPLACEMENT) {
                broken++;
            } else if (c > 0x7F) {
                good++;
            }
        }
        return good > broken;
    }

    private static String guess(byte[] bytes, int from, int to, String name, Defects defects) {
        var text = new String(bytes, from, to - from, UTF_8);
        boolean valid = isIntact(text, bytes, from, to);
        if (valid && text.length() == to - from) {
            return text;
        }
        var read = valid ? UTF_8 : WINDOWS_1252;
        var claim = name.isEmpty() ? "without a charset" : "declared as ASCII";
        defects.add("Text " + claim + " has 8-bit characters, read as " + read.name() + ".");
        return eightBit(bytes, from, to, read);
    }

    /** Wide charsets are often declared for text that is not: UTF-16 without a zero byte can only be something else. */
    private static Charset wide(Charset charset, byte[] bytes, int from, int to, Defects defects) {
        if (!charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32")) {
            return charset;
        }
        int zeros = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                zeros++;
            }
        }
        if (zeros == 0 && isUtf8(bytes, from, to) && to > from) {
            defects.add("Text declared as " + charset.name() + " is not, read as UTF-8.");
            return UTF_8;
        }
        return charset.name().equals("UTF-16") && looksLittleEndian(bytes, from, to) ? UTF_16LE : charset;
    }

    private static boolean looksLittleEndian(byte[] bytes, int from, int to) {
        return to - from >= 4 && bytes[from] != 0 && bytes[from + 1] == 0 && bytes[from + 3] == 0;
    }

    private static String eightBit(byte[] bytes, int from, int to, Charset charset) {
        var text = new String(bytes, from, to - from, charset);
        // Java leaves five bytes of windows-1252 undefined; the standard reads them as control characters.
        return charset.equals(WINDOWS_1252) && text.indexOf(REPLACEMENT) >= 0 ? defined(text, bytes, from) : text;
    }

    private static String defined(String text, byte[] bytes, int from) {
        var chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == REPLACEMENT) {
                chars[i] = (char) (bytes[from + i] & 0xFF);
            }
        }
        return new String(chars);
    }

    private static boolean startsWithUtf16Mark(byte[] bytes, int from, int to) {
        return to - from >= 2
                && ((bytes[from] == (byte) 0xFE && bytes[from + 1] == (byte) 0xFF)
                        || (bytes[from] == (byte) 0xFF && bytes[from + 1] == (byte) 0xFE));
    }

    static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isUtf8(byte[] bytes, int from, int to) {
        return isIntact(new String(bytes, from, to - from, UTF_8), bytes, from, to);
    }

    /** True when decoding replaced nothing: each replacement character in {@code text} stood in the bytes already. */
    private static boolean isIntact(String text, byte[] bytes, int from, int to) {
        int at = text.indexOf(REPLACEMENT);
        if (at < 0) {
            return true;
        }
        int written = 0;
        for (int i = from; i + 2 < to; i++) {
            if (bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBF && bytes[i + 2] == (byte) 0xBD) {
                written++;
            }
        }
        for (; at >= 0 && written >= 0; at = text.indexOf(REPLACEMENT, at + 1)) {
            written--;
        }
        return written == 0;
    }

    /** Decodes a raw header: UTF-8 where it is valid, else windows-1252. */
    static String header(byte[] bytes, int from, int to) {
        var text = new String(bytes, from, to - from, UTF_8);
        return isIntact(text, bytes, from, to) ? text : eightBit(bytes, from, to, WINDOWS_1252);
    }

    /** Removes NUL and a byte order mark, and replaces unpaired surrogates; returns the same text when there are none. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (c >= Character.MIN_SURROGATE && (c <= Character.MAX_SURROGATE || c == '\uFEFF'))) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    private static String cleaned(String text, int firstOdd) {
        var out = new StringBuilder(text.length()).append(text, 0, firstOdd);
        for (int i = firstOdd; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                out.append(REPLACEMENT);
            } else if (c != 0 && c != '\uFEFF') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
