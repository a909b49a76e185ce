package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answerer;
import io.countersign.ask.MailFinder;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.ask.reading.Mention;
import io.countersign.shared.task.Progress;
import java.util.Optional;
import java.util.function.Consumer;

/** Says that it does not know who {@code my landlord} is, unless a sender is called so: no mail tells. */
public final class RelationAnswerer implements Answerer {
    private final Grounding grounding;
    private final Phrases phrases;

    public RelationAnswerer(Desks desks, MailFinder finder, Phrases phrases) {
        this.grounding = new Grounding(desks, finder);
        this.phrases = phrases;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        // what is none of these is answered by sentences of mails, which tell themselves whose they are
        if (inquiry.intent() instanceof Intent.Unclear) {
            return Optional.empty();
        }
        var answer = inquiry.intent().by().mentions().stream()
                .filter(mention -> mention.place() == Mention.Place.RELATION && !grounding.isSender(mention))
                .findFirst()
                .map(mention -> phrases.say(inquiry.locale(), "ask.ungrounded.relation", mention.shown()))
                .map(Answer::unknown);
        answer.map(Answer::text).ifPresent(told);
        return answer;
    }
}
