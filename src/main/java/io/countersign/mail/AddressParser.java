package io.countersign.mail;

import java.util.ArrayList;
import java.util.List;

/** Reads address lists (RFC 5322, groups flattened) and takes what it can from broken ones. */
final class AddressParser {
    private static final int MOST = 1000;
    private static final int LONGEST = 998;

    private final String in;
    private final Defects defects;
    private final List<Address> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String angle = "";
    private boolean hasAngle;
    private int at;

    private AddressParser(String in, Defects defects) {
        this.in = in;
        this.defects = defects;
    }

    /** Reads an unfolded but not yet decoded field. */
    static List<Address> parse(String field, Defects defects) {
        return field.isBlank() ? List.of() : new AddressParser(field, defects).parse();
    }

    private List<Address> parse() {
        while (at < in.length() && found.size() < MOST) {
            char c = in.charAt(at);
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ',' -> separator();
                case ';' -> separator();
                case ':' -> colon();
                default -> {
                    words.append(c);
                    at++;
                }
            }
        }
        finish();
        return List.copyOf(found);
    }

    private void separator() {
        at++;
        // "Doe, John <j@d>" without quotes: words without an address belong to what follows.
        if (!hasAngle && words.indexOf("@") < 0 && in.charAt(at - 1) == ',' && nextHasAngleFirst()) {
            words.append(',');
            return;
        }
        finish();
    }

    private boolean nextHasAngleFirst() {
        if (words.toString().isBlank()) {
            return false;
        }
        int open = in.indexOf('<', at);
        int comma = in.indexOf(',', at);
        int sign = in.indexOf('@', at);
        return open > 0 && (comma < 0 || open < comma) && (sign < 0 || open < sign);
    }

    private void colon() {
        at++;
        if (words.indexOf("@") >= 0 || hasAngle) {
            words.append(':');
        } else {
            words.setLength(0); // the name of a group
        }
    }

    private void quoted() {
        int i = at + 1;
        while (i < in.length() && in.charAt(i) != '"') {
            if (in.charAt(i) == '\\' && i + 1 < in.length()) {
                i++;
            }
            words.append(in.charAt(i++));
        }
        at = i + 1;
        if (i >= in.length()) {
            defects.add("A quoted name in an address has no end.");
            recover();
        }
    }

    /** An open quote swallowed the address: take it from the words. */
    private void recover() {
        int open = words.lastIndexOf("<");
        int close = open < 0 ? -1 : words.indexOf(">", open);
        if (close > open) {
            angle = words.substring(open + 1, close);
            hasAngle = true;
            words.setLength(open);
        }
    }

    private void comment() {
        int depth = 0;
        int start = at;
        for (; at < in.length(); at++) {
            char c = in.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                break;
            }
        }
        int end = Math.min(at, in.length());
        comment.append(comment.isEmpty() ? "" : " ").append(in, start + 1, Math.max(start + 1, end));
        at++;
    }

    private void angle() {
        int close = in.indexOf('>', at);
        int end = close < 0 ? in.length() : close;
        var inside = withoutComments(in.substring(at + 1, end));
        int route = inside.startsWith("@") ? inside.indexOf(':') : -1;
        if (!hasAngle || angle.indexOf('@') < 0) {
            angle = inside.substring(route + 1);
        }
        hasAngle = true;
        at = end + 1;
    }

    private static String withoutComments(String address) {
        if (address.indexOf('(') < 0) {
            return address;
        }
        var out = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                out.append(c);
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return out.toString();
    }

    private void finish() {
        var text = squeeze(words);
        var name = hasAngle ? text : squeeze(comment);
        var email = hasAngle ? angle : text;
        if (!hasAngle && text.indexOf('@') < 0) {
            name = text;
            email = "";
        } else if (!hasAngle && text.indexOf(' ') >= 0) {
            int sign = text.lastIndexOf(' ', text.indexOf('@'));
            int end = text.indexOf(' ', text.indexOf('@'));
            name = sign > 0 ? text.substring(0, sign) : name;
            email = text.substring(sign + 1, end < 0 ? text.length() : end);
        }
        if (hasAngle && name.isEmpty()) {
            name = squeeze(comment);
        }
        add(
                EncodedWords.decode(name, defects),
                squeeze(EncodedWords.decode(email, defects)).replace(" ", ""));
        words.setLength(0);
        comment.setLength(0);
        angle = "";
        hasAngle = false;
    }

    private void add(String name, String email) {
        if (!name.isEmpty() || !email.isEmpty()) {
            found.add(new Address(cut(squeeze(unquote(name))), cut(email)));
        }
    }

    private static String unquote(String name) {
        boolean quotes = name.length() > 1
                && (name.charAt(0) == '\'' || name.charAt(0) == '"')
                && name.charAt(name.length() - 1) == name.charAt(0);
        return quotes ? name.substring(1, name.length() - 1) : name;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : MailCharsets.clean(text.substring(0, LONGEST));
    }

    /** White space and control characters folded to single spaces, none at the ends. */
    private static String squeeze(CharSequence text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != '\u007F') {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        int length = out.length();
        return length > 0 && out.charAt(length - 1) == ' ' ? out.substring(0, length - 1) : out.toString();
    }
}
