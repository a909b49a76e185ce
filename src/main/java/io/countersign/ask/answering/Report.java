package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Asking.Kind;
import io.countersign.ask.reading.Mention;
import io.countersign.ask.reading.Narrowing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an answer of lines: how many there are of what, then the ones that count, each with its mails. */
final class Report {
    static final int LISTED = 10;
    private static final int NAMED = 5;
    private static final int DATED = 3;
    private static final Map<String, String> LABELS = Map.of(
            "stage",
            "clause.stage.",
            "spend",
            "money.category.",
            "state",
            "ask.state.",
            "status",
            "ask.status.",
            "after",
            "ask.after.");

    private final Speech speech;
    private final Asking asking;
    private final String what;
    private final StringBuilder text = new StringBuilder();
    private final Citations citations = new Citations();

    /** @param what what is counted, as a plural: {@code Applications} */
    Report(Speech speech, Asking asking, String what) {
        this.speech = speech;
        this.asking = asking;
        this.what = what;
    }

    /** The answer of these lines, in the order in which they matter. */
    Answer of(List<Line> lines) {
        return of(picked(lines), "");
    }

    /** The answer of these lines behind a sentence of its own, such as a sum. */
    Answer of(List<Line> lines, String lead) {
        return of(lines, lead, !lines.isEmpty());
    }

    /** The answer of these lines divided, behind how many they are together. */
    Answer grouped(List<Line> lines, LineGroups groups) {
        return of(
                groups.of(lines, asking.group().orElseThrow()),
                speech.say("ask.count", subject(), speech.number(lines.size())));
    }

    /** The answer of so many lines, of which these are the first. */
    Answer of(List<Line> first, long total) {
        return of(first, total, "", total > 0);
    }

    /** The same where other lines are listed than those that make the answer a yes. */
    Answer of(List<Line> lines, String lead, boolean yes) {
        return of(lines, lines.size(), lead, yes);
    }

    private Answer of(List<Line> lines, long total, String lead, boolean yes) {
        if (asking.kind() == Kind.YES_NO) {
            text.append(speech.say(yes ? "ask.yes" : "ask.no")).append(' ');
        }
        if (asking.kind() == Kind.WHEN && !lines.isEmpty()) {
            text.append(lines.getFirst().when()).append(". ");
        }
        text.append(lead.isEmpty() ? speech.say("ask.count", subject(), speech.number(total)) : lead);
        list(lines, total);
        return new Answer(text.toString(), Certainty.EXACT, citations.all(), List.of(), List.of());
    }

    /** What is counted, and what it is limited to. */
    String subject() {
        var limits = limits();
        return limits.isEmpty() ? what : what + " (" + limits + ")";
    }

    private String limits() {
        var by = asking.by();
        var parts = new ArrayList<String>();
        by.mentions().stream().map(Mention::shown).forEach(parts::add);
        named(by).forEach(parts::add);
        by.period().map(speech::period).ifPresent(parts::add);
        if (!by.except().isEmpty()) {
            parts.add(speech.say(
                    "ask.except", by.except().stream().map(Mention::shown).collect(Collectors.joining(", "))));
        }
        return String.join("; ", parts);
    }

    private List<String> named(Narrowing by) {
        var names = new ArrayList<>(by.values("currency"));
        List.of("spend", "state", "status", "after")
                .forEach(group -> by.values(group).stream()
                        .sorted()
                        .map(value -> speech.say(LABELS.get(group) + value))
                        .forEach(names::add));
        return names;
    }

    private List<Line> picked(List<Line> lines) {
        return switch (asking.pick()) {
            case NEWEST -> best(lines, Comparator.comparing(Line::at).reversed());
            case OLDEST, NEXT -> best(lines, Comparator.comparing(Line::at));
            case ALL, LARGEST, SMALLEST -> lines;
        };
    }

    private List<Line> best(List<Line> lines, Comparator<Line> order) {
        boolean counts = asking.kind() == Kind.COUNT;
        return counts ? lines : lines.stream().sorted(order).limit(1).toList();
    }

    private void list(List<Line> lines, long total) {
        int most = asking.kind() == Kind.WHEN
                ? DATED
                : asking.kind() == Kind.COUNT || asking.kind() == Kind.YES_NO ? NAMED : LISTED;
        if (total > most) {
            text.append(' ').append(speech.say("ask.shown", speech.number(most), speech.number(total)));
        }
        for (var line : lines.subList(0, Math.min(most, lines.size()))) {
            text.append("\n• ").append(line.text());
            line.proof().stream().limit(2).map(citations::mark).forEach(text::append);
        }
    }

    static Comparator<Line> newestFirst() {
        return Comparator.comparing(Line::at, Comparator.<Instant>reverseOrder());
    }
}
