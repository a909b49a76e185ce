package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answer.Citation;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Asking.Kind;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.shared.task.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Answers questions for a detail of a talk or an application, such as where, why or with whom: the exact answer that names it,
 * and the sentences of its mails that tell the detail, word for word.
 */
public final class AspectAnswerer implements Answerer {
    private static final int FEW = 3;
    private static final int MOST_MAILS = 12;
    private static final int QUOTED = 3;
    private static final int LONGEST_TEXT = 20_000;

    private final Desks desks;
    private final StructuredAnswerer structured;
    private final Aspects aspects;
    private final Phrases phrases;

    public AspectAnswerer(Desks desks, StructuredAnswerer structured, Aspects aspects, Phrases phrases) {
        this.desks = desks;
        this.structured = structured;
        this.aspects = aspects;
        this.phrases = phrases;
    }

    private record Telling(Message mail, String sentence, long weight) {}

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        if (inquiry.aspects().isEmpty() || !mayHaveDetails(inquiry.intent())) {
            return Optional.empty();
        }
        var named = structured
                .answer(question, inquiry, _ -> {}, progress)
                .filter(answer -> !answer.citations().isEmpty())
                .filter(answer -> answer.citations().size() <= FEW);
        var telling = telling(mails(inquiry, named), inquiry, progress);
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        var answer = written(named, telling, new Speech(phrases, inquiry.locale(), desks.zone()));
        told.accept(answer.text());
        return Optional.of(answer);
    }

    private static boolean mayHaveDetails(Intent intent) {
        return intent instanceof Intent.Talks
                || intent instanceof Intent.Applications
                || intent instanceof Intent.Deadlines
                || (intent instanceof Intent.Mails(var asking) && asking.kind() != Kind.COUNT)
                || intent instanceof Intent.Unclear;
    }

    /** Those of the answer; of an application as a whole all of its mails. */
    private List<Message> mails(Inquiry inquiry, Optional<Answer> named) {
        boolean whole = inquiry.intent() instanceof Intent.Applications(var _, var stages) && stages.isEmpty();
        return named.filter(_ -> !whole)
                .map(answer ->
                        answer.citations().stream().map(Citation::messageId).toList())
                .map(ids -> MeantMails.newestFirst(desks.messages().findAll(ids)))
                .orElseGet(() -> ofNamed(inquiry));
    }

    private List<Message> ofNamed(Inquiry inquiry) {
        var mentions = inquiry.intent().by().mentions();
        var found = desks.applications().applications().stream()
                .filter(one ->
                        mentions.stream().anyMatch(mention -> NameFilter.isMeant(mention, ApplicationWords.names(one))))
                .limit(FEW)
                .toList();
        return found.size() < FEW
                ? MeantMails.newestFirst(desks.mailsOf(found).values()).stream()
                        .limit(MOST_MAILS)
                        .toList()
                : List.of();
    }

    private List<Telling> telling(List<Message> mails, Inquiry inquiry, Progress progress) {
        var splitter = new SentenceSplitter(inquiry.locale());
        var all = mails.stream()
                .peek(_ -> progress.checkCancelled())
                .filter(MailFilter::isQuotable)
                .flatMap(mail -> sentences(mail, splitter, inquiry.aspects()))
                .filter(one -> !asksForFigure(inquiry) || one.sentence().chars().anyMatch(Character::isDigit))
                .sorted(Comparator.comparingLong(Telling::weight).reversed())
                .toList();
        return all.stream()
                .filter(one -> 2 * one.weight() >= all.getFirst().weight())
                .limit(QUOTED)
                .toList();
    }

    private static boolean asksForFigure(Inquiry inquiry) {
        return inquiry.kinds().contains(Kind.SUM) || inquiry.kinds().contains(Kind.COUNT);
    }

    private Stream<Telling> sentences(Message mail, SentenceSplitter splitter, Set<String> wanted) {
        var text = desks.reader().read(mail.id()).map(ParsedMail::text).orElse("");
        return splitter.sentences(text.substring(0, Math.min(text.length(), LONGEST_TEXT))).stream()
                .map(sentence -> new Telling(mail, sentence, aspects.weight(sentence, wanted)))
                .filter(one -> one.weight() > 0);
    }

    private static Answer written(Optional<Answer> named, List<Telling> telling, Speech speech) {
        var citations = named.map(answer -> new Citations(answer.citations())).orElseGet(Citations::new);
        var text = new StringBuilder(named.map(answer -> answer.text() + "\n").orElse(""));
        text.append(speech.say("ask.extracted"));
        telling.forEach(one -> text.append("\n• ")
                .append(speech.say("ask.quote", one.sentence()))
                .append(citations.mark(one.mail())));
        return new Answer(text.toString(), Certainty.EXTRACTED, citations.all(), List.of(), List.of());
    }
}
