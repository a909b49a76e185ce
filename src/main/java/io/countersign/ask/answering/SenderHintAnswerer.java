package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.MailFinder;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.ask.reading.Mention;
import io.countersign.mail.Message;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.task.Progress;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says that it does not know, but shows the mails of whom the question names: the answer may be in them. */
public final class SenderHintAnswerer implements Answerer {
    private static final int SHOWN = 3;

    private final MailFinder finder;
    private final Phrases phrases;
    private final ZoneId zone;

    public SenderHintAnswerer(MailFinder finder, Phrases phrases, ZoneId zone) {
        this.finder = finder;
        this.phrases = phrases;
        this.zone = zone;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        if (inquiry.intent() instanceof Intent.Wanted) {
            return Optional.empty();
        }
        return inquiry.intent().by().mentions().stream()
                .filter(Mention::isName)
                .flatMap(mention -> {
                    progress.checkCancelled();
                    return shown(mention, finder.find(typed(mention), Mode.PLAIN, SHOWN), inquiry).stream();
                })
                .findFirst()
                .map(answer -> {
                    told.accept(answer.text());
                    return answer;
                });
    }

    private static String typed(Mention mention) {
        return mention.alternatives().getFirst().stream().map("from:"::concat).collect(Collectors.joining(" "));
    }

    private Optional<Answer> shown(Mention mention, List<Message> mails, Inquiry inquiry) {
        if (mails.isEmpty()) {
            return Optional.empty();
        }
        var speech = new Speech(phrases, inquiry.locale(), zone);
        var lead = speech.say("ask.unknown.sender", mention.shown());
        return Optional.of(MailList.of(mails, lead, Certainty.UNKNOWN, speech));
    }
}
