package io.countersign.search;

import io.countersign.search.QueryWords.Hit;
import io.countersign.search.SearchDesk.Range;
import io.countersign.search.SearchDesk.Snippet;
import io.countersign.search.SearchQuery.Place;
import io.countersign.shared.text.ReadableText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Cuts the piece out of a mail's text in which most words of a query stand close together. Of a long text only the beginning is looked at. */
final class SnippetCutter {
    /** About as long as a snippet is, in characters. */
    static final int LENGTH = 160;

    private static final int LOOKED_AT = 1_000_000;
    private static final int MOST_HITS = 2_000;
    private static final int SUBJECT_HITS = 50;
    private static final int BEFORE = 40;
    private static final int LONGEST_WORD = 20;
    private static final String CUT = "… ";

    private final QueryWords ofText;
    private final QueryWords ofSubject;

    SnippetCutter(SearchQuery query) {
        ofText = QueryWords.of(query, EnumSet.of(Place.ANYWHERE));
        ofSubject = QueryWords.of(query, EnumSet.of(Place.ANYWHERE, Place.SUBJECT));
    }

    /** From the text as a person reads it; where no word stands in that, as in the middle of a web address, from all of it. */
    Snippet cut(String subject, String all) {
        var looked = all.length() > LOOKED_AT ? all.substring(0, LOOKED_AT) : all;
        var readable = ReadableText.brief(looked);
        var inReadable = ofText.in(readable, LOOKED_AT, MOST_HITS);
        var inAll = inReadable.isEmpty() ? ofText.in(looked, LOOKED_AT, MOST_HITS) : inReadable;
        return inAll.isEmpty() || !inReadable.isEmpty()
                ? cut(subject, readable, inReadable)
                : cut(subject, looked, inAll);
    }

    private Snippet cut(String subject, String text, List<Hit> hits) {
        var best = best(hits);
        int start = best.isEmpty() ? 0 : before(text, best.getFirst().start());
        var line = line(text, start, best.isEmpty() ? List.of() : hits);
        return new Snippet(
                line.text(),
                line.marks(),
                ofSubject.in(subject, subject.length(), SUBJECT_HITS).stream()
                        .map(Hit::range)
                        .toList());
    }

    /** The hits that fit into one snippet: with most different words, then most words, then the first. */
    private static List<Hit> best(List<Hit> hits) {
        List<Hit> best = List.of();
        int bestDifferent = 0;
        int last = 0;
        for (int first = 0; first < hits.size(); first++) {
            while (last < hits.size() && hits.get(last).end() - hits.get(first).start() <= LENGTH - BEFORE) {
                last++;
            }
            var window = hits.subList(first, Math.max(last, first + 1));
            int different = QueryWords.different(window);
            if (different > bestDifferent || (different == bestDifferent && window.size() > best.size())) {
                best = window;
                bestDifferent = different;
            }
            last = Math.max(last, first + 1);
        }
        return best;
    }

    /** Some way before the first hit, where a word begins. */
    private static int before(String text, int hit) {
        int from = Math.max(0, hit - BEFORE);
        if (from == 0) {
            return 0;
        }
        for (int at = from; at < hit; at++) {
            if (isSpace(text.charAt(at))) {
                return at + 1;
            }
        }
        return hit;
    }

    private record Line(String text, List<Range> marks) {}

    /** The text from {@code start} on with white space folded, and the hits where they came to stand. */
    private static Line line(String text, int start, List<Hit> hits) {
        var line = new StringBuilder(LENGTH + CUT.length()).append(start > 0 ? CUT : "");
        var marks = new ArrayList<Range>();
        int next = 0;
        while (next < hits.size() && hits.get(next).start() < start) {
            next++;
        }
        boolean space = false;
        int end = Math.min(text.length(), start + 20 * LENGTH);
        int at = start;
        while (at < end) {
            int point = text.codePointAt(at);
            boolean isHit = next < hits.size() && hits.get(next).start() == at;
            int length = isHit ? hits.get(next).end() - at : Character.charCount(point);
            if (line.length() > CUT.length() && isFull(line.length(), length, space)) {
                break;
            }
            if (isHit || (!isSpace(point) && !isOverride(point))) {
                line.append(space && !endsInSpace(line) ? " " : "");
                if (isHit) {
                    marks.add(new Range(line.length(), line.length() + length));
                    next++;
                }
                line.append(text, at, at + length);
                space = false;
            } else {
                space |= isSpace(point);
            }
            at += length;
        }
        return new Line(line + (at < text.length() && !line.isEmpty() ? " …" : ""), marks);
    }

    private static boolean isFull(int length, int more, boolean betweenWords) {
        return length + more > LENGTH + LONGEST_WORD || (length >= LENGTH && betweenWords);
    }

    private static boolean endsInSpace(StringBuilder line) {
        return line.isEmpty() || line.charAt(line.length() - 1) == ' ';
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isISOControl(point) || Character.isSpaceChar(point);
    }

    private static boolean isOverride(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
