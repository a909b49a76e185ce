package io.countersign.ats.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a proper name that begins or ends at a place in a text: capitalised words, joined by a few small ones. */
final class NameReader {
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 40;
    private static final String ENDING = ",;:!?)]}\"”|…•*<>";
    private static final String OPENING = "([{<|•*\"“";

    private final NameWords words;

    NameReader(NameWords words) {
        this.words = words;
    }

    /** The name that begins at an offset; empty when no name does. */
    String after(String text, int from, int limit) {
        var name = new ArrayList<String>();
        int at = skip(text, from, limit);
        int pending = 0;
        while (at < limit && name.size() < MOST_WORDS) {
            int end = wordEnd(text, at, limit);
            var word = text.substring(at, end);
            boolean quoted = name.isEmpty() && (word.startsWith("\"") || word.startsWith("“") || word.startsWith("*"));
            if (quoted) {
                word = word.substring(1);
            } else if (!word.isEmpty() && OPENING.indexOf(word.charAt(0)) >= 0) {
                break;
            }
            var bare = bare(word);
            boolean small = name.isEmpty() && bare.equals("the");
            if (!small) {
                if (bare.isEmpty() && !isDash(word)) {
                    break;
                }
                boolean proper = isProper(bare) && (name.isEmpty() || !words.stops(bare) || isAllCapitals(bare));
                if (proper && !(name.isEmpty() && words.isNever(bare) && endsName(word, bare))) {
                    name.add(bare);
                    pending = 0;
                } else if (!name.isEmpty() && words.connects(word) && !endsName(word, bare)) {
                    name.add(word);
                    pending++;
                } else {
                    break;
                }
                if (endsName(word, bare) && !(word.endsWith(",") && formFollows(text, end, limit))) {
                    break;
                }
            }
            at = end;
            int next = skip(text, at, limit);
            if (text.substring(at, next).indexOf('\n') >= 0
                    && !name.isEmpty()
                    && lineBreakEnds(text, at, next, limit)) {
                break;
            }
            at = next;
        }
        return joined(name.subList(0, Math.max(0, name.size() - pending)));
    }

    private static boolean formFollows(String text, int from, int limit) {
        int at = skip(text, from, limit);
        return isLegalForm(bare(text.substring(at, wordEnd(text, at, limit))));
    }

    /** A wrapped line goes on with a proper word or a small one; a new line of its own does not belong to the name. */
    private static boolean lineBreakEnds(String text, int at, int next, int limit) {
        int newLines = 0;
        for (int i = at; i < next; i++) {
            newLines += text.charAt(i) == '\n' ? 1 : 0;
        }
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        return newLines > 1 || next >= limit || at - lineStart < 55;
    }

    /** The name that ends at an offset, read backwards to {@code limit}. */
    String before(String text, int to, int limit) {
        var name = new ArrayList<String>();
        int end = to;
        int pending = 0;
        while (end > limit && name.size() < MOST_WORDS) {
            while (end > limit && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\u00a0')) {
                end--;
            }
            int at = end;
            while (at > limit && !Character.isWhitespace(text.charAt(at - 1)) && end - at < LONGEST_WORD) {
                at--;
            }
            var word = text.substring(at, end);
            var bare = bare(word);
            boolean closes = !bare.isEmpty() && endsName(word, bare) && word.charAt(word.length() - 1) != '.';
            boolean beforeForm = name.size() == 1 && word.endsWith(",") && isLegalForm(name.getFirst());
            if (word.isEmpty()
                    || (closes && !name.isEmpty() && !beforeForm)
                    || isDash(word)
                    || OPENING.indexOf(word.charAt(0)) >= 0) {
                break;
            }
            if (isProper(bare) && !(words.stops(bare) && !isAllCapitals(bare))) {
                name.addFirst(bare.endsWith("'s") || bare.endsWith("’s") ? bare.substring(0, bare.length() - 2) : bare);
                pending = 0;
            } else if (!name.isEmpty() && words.connects(word)) {
                name.addFirst(word);
                pending++;
            } else {
                break;
            }
            end = at;
        }
        return joined(name.subList(Math.min(pending, name.size()), name.size()));
    }

    private static String joined(List<String> words) {
        var name = String.join(" ", words);
        return name.length() <= CompanyName.LONGEST ? name : name.substring(0, CompanyName.LONGEST);
    }

    private static int skip(String text, int from, int limit) {
        int at = from;
        int newLines = 0;
        while (at < limit && Character.isWhitespace(text.charAt(at)) && newLines < 2) {
            newLines += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int from, int limit) {
        int at = from;
        while (at < limit && at - from < LONGEST_WORD && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Without the punctuation around it; abbreviations and domain names keep their dots. */
    private static String bare(String word) {
        int begin = 0;
        int end = word.length();
        while (end > begin && isEdge(word.charAt(end - 1))) {
            end--;
        }
        while (begin < end && (isEdge(word.charAt(begin)) || word.charAt(begin) == '(')) {
            begin++;
        }
        return word.substring(begin, end);
    }

    private static boolean isEdge(char c) {
        return c == '.'
                || c == '\''
                || c == '’'
                || c == '-'
                || c == '–'
                || c == '—'
                || c == '_'
                || ENDING.indexOf(c) >= 0;
    }

    /** True when punctuation behind the word ends the name; the dot of "Inc." does not. */
    private static boolean endsName(String word, String bare) {
        if (bare.isEmpty()) {
            return false;
        }
        char last = word.charAt(word.length() - 1);
        if (last == '.') {
            return bare.length() > 4
                    || !(bare.equals("Inc")
                            || bare.equals("Co")
                            || bare.equals("Corp")
                            || bare.equals("Ltd")
                            || bare.equals("St")
                            || bare.equals("Dr")
                            || bare.length() == 1);
        }
        return ENDING.indexOf(last) >= 0;
    }

    /** "Acme, Inc." is one name. */
    private static boolean isLegalForm(String word) {
        return List.of("inc", "llc", "ltd", "corp", "co", "gmbh", "lp", "plc", "ag")
                .contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isDash(String word) {
        return word.equals("-") || word.equals("–") || word.equals("—") || word.equals("|") || word.equals(":");
    }

    private static boolean isProper(String word) {
        if (word.isEmpty()) {
            return false;
        }
        boolean capital = word.chars().anyMatch(Character::isUpperCase);
        boolean domain = word.indexOf('.') > 0
                && word.indexOf('@') < 0
                && word.indexOf('/') < 0
                && Character.isLetter(word.charAt(0));
        boolean number = Character.isDigit(word.charAt(0)) && word.length() <= 6;
        return (capital || domain || number || word.equals("&")) && !isTechnical(word);
    }

    /** Parts of addresses and links. */
    private static boolean isTechnical(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ("@_\\#,=".indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return word.startsWith("http") || word.startsWith("www.") || word.endsWith(".htm") || word.endsWith(".html");
    }

    private static boolean isAllCapitals(String word) {
        return word.length() > 1 && word.chars().noneMatch(Character::isLowerCase);
    }
}
