package io.countersign.app;

import io.countersign.approval.Approvals;
import io.countersign.approval.OnRequest;
import io.countersign.ask.Answerer;
import io.countersign.ask.AskDesk;
import io.countersign.ask.AskService;
import io.countersign.ask.LanguageModel;
import io.countersign.ask.MailFinder;
import io.countersign.ask.Phrases;
import io.countersign.ask.answering.AnswerWords;
import io.countersign.ask.answering.AspectAnswerer;
import io.countersign.ask.answering.ComparisonAnswerer;
import io.countersign.ask.answering.Desks;
import io.countersign.ask.answering.ExtractiveAnswerer;
import io.countersign.ask.answering.FindAnswerer;
import io.countersign.ask.answering.FindingAnswerer;
import io.countersign.ask.answering.KnownWordsAnswerer;
import io.countersign.ask.answering.MailHintAnswerer;
import io.countersign.ask.answering.MailRoll;
import io.countersign.ask.answering.NameAnswerer;
import io.countersign.ask.answering.RelationAnswerer;
import io.countersign.ask.answering.Retriever;
import io.countersign.ask.answering.SenderHintAnswerer;
import io.countersign.ask.answering.StructuredAnswerer;
import io.countersign.ask.answering.SummaryAnswerer;
import io.countersign.ask.answering.TwoPartAnswerer;
import io.countersign.ask.answering.UnknownAnswerer;
import io.countersign.ask.answering.WantedAnswerer;
import io.countersign.ask.answering.WrittenAnswerer;
import io.countersign.ask.reading.Lexicon;
import io.countersign.ask.reading.QuestionReader;
import io.countersign.ask.written.WrittenAnswers;
import io.countersign.ats.ApplicationDesk;
import io.countersign.mail.MailReader;
import io.countersign.mail.MessageRepository;
import io.countersign.money.MoneyDesk;
import io.countersign.shared.ui.Texts;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts the ways of answering together: what is stored first, then a language model where one is set up, then sentences of mails. */
record AskParts(
        ApplicationDesk applications,
        MoneyDesk money,
        MessageRepository messages,
        MailRoll roll,
        MailReader reader,
        Approvals approvals,
        MailFinder finder,
        OnRequest requests,
        Supplier<Optional<LanguageModel>> models) {
    /** Answers for a person with this clock and locale. */
    AskDesk desk(Clock clock, Locale locale) {
        var desks = new Desks(applications, money, messages, roll, reader, approvals, clock);
        var retriever = new Retriever(finder, reader, clock);
        Phrases phrases = AskParts::say;
        var lexicon = Lexicon.load();
        var questions = new QuestionReader(lexicon, clock, locale);
        var vocabulary = AnswerWords.load(lexicon);
        var structured = new StructuredAnswerer(desks, finder, phrases);
        var extractive = new ExtractiveAnswerer(retriever, vocabulary, phrases, clock.getZone());
        var withoutModel = List.of(
                extractive,
                new KnownWordsAnswerer(structured, questions, phrases),
                new SenderHintAnswerer(finder, phrases, clock.getZone()),
                new MailHintAnswerer(retriever, vocabulary, phrases, clock.getZone()),
                new UnknownAnswerer(phrases));
        var written = new WrittenAnswers(new SecureRandom(), clock);
        var exact = List.of(
                new RelationAnswerer(desks, finder, phrases),
                new AspectAnswerer(desks, structured, vocabulary.aspects(), phrases),
                new ComparisonAnswerer(desks, phrases),
                new FindingAnswerer(structured, extractive),
                new WantedAnswerer(desks, phrases),
                new SummaryAnswerer(desks, phrases),
                new FindAnswerer(retriever, phrases, clock.getZone()),
                new NameAnswerer(desks, finder, phrases));
        var twoParts = new TwoPartAnswerer(
                questions,
                Stream.of(exact, List.of(extractive))
                        .<Answerer>flatMap(List::stream)
                        .toList());
        var model = new WrittenAnswerer(models, written, retriever, withoutModel, phrases, clock.getZone());
        return new AskService(
                questions,
                Stream.of(List.of(twoParts), exact, List.of(model), withoutModel)
                        .<Answerer>flatMap(List::stream)
                        .toList(),
                requests);
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Texts.of(locale).get(key, arguments);
    }
}
