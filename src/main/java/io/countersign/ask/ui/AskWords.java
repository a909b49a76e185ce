package io.countersign.ask.ui;

import io.countersign.approval.ui.ApprovalWords;
import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answer.Citation;
import io.countersign.ask.Answer.Suggestion;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers in the person's language. */
public final class AskWords {
    private final Texts texts;
    private final Formats formats;
    private final ApprovalWords approvals;

    public AskWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        this.approvals = new ApprovalWords(texts, formats);
    }

    String get(String key, Object... arguments) {
        return arguments.length == 0 ? texts.get(key) : texts.get(key, arguments);
    }

    String number(long count) {
        return formats.number(count);
    }

    String certainty(Certainty certainty) {
        return get("ask.certainty." + certainty.name().toLowerCase(Locale.ROOT));
    }

    String certaintyHelp(Certainty certainty) {
        return get("ask.certainty." + certainty.name().toLowerCase(Locale.ROOT) + ".help");
    }

    /** The style of the word for it: what is counted needs no second look, what a model wrote or what answers another question does. */
    static String tone(Certainty certainty) {
        return switch (certainty) {
            case EXACT -> "ok";
            case EXTRACTED -> "accent";
            case PARTLY, WRITTEN -> "warn";
            case UNKNOWN -> "";
        };
    }

    String subject(Citation citation) {
        var shown = OneLine.of(citation.subject());
        return shown.isEmpty() ? get("search.no.subject") : shown;
    }

    String about(Citation citation) {
        return OneLine.of(citation.from()) + " · " + formats.date(citation.receivedAt());
    }

    String spoken(int number, Citation citation) {
        return get("ask.citation.spoken", number, subject(citation), about(citation));
    }

    /** What an answer suggests: each action with how often it does. */
    Map<String, List<Suggestion>> suggestions(Answer answer) {
        var byAction = new LinkedHashMap<String, List<Suggestion>>();
        answer.suggestions()
                .forEach(one -> byAction.computeIfAbsent(approvals.action(one.action()), _ -> new ArrayList<>())
                        .add(one));
        return byAction;
    }

    /** The text as it is copied: with its sources below. */
    String copied(Answer answer) {
        var copy = new StringBuilder(answer.text().strip());
        for (int i = 0; i < answer.citations().size(); i++) {
            var citation = answer.citations().get(i);
            copy.append(i == 0 ? "\n\n" : "\n")
                    .append('[')
                    .append(i + 1)
                    .append("] ")
                    .append(subject(citation))
                    .append(" · ")
                    .append(about(citation));
        }
        return copy.toString();
    }
}
