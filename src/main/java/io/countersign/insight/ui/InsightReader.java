package io.countersign.insight.ui;

import io.countersign.approval.Approvals;
import io.countersign.approval.trust.PolicyTrust;
import io.countersign.approval.trust.TrustDesk;
import io.countersign.insight.InsightDesk;
import io.countersign.learning.UserWeights;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.shared.ui.MailBody;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the figures of one person, the mails behind them, and what the person answers. Blocking and thread-safe. */
public final class InsightReader {
    /** So many mails behind a number are listed, the newest. */
    static final int MOST_MAILS = 500;

    private final InsightDesk desk;
    private final Optional<TrustDesk> trust;
    private final Personal personal;
    private final Clock clock;

    /** What belongs to one person besides the figures. */
    public record Personal(String user, UserWeights weights, Approvals approvals, MailReader mails) {}

    /** Without a {@code trust} desk no policy acts alone, and nothing about that is shown. */
    public InsightReader(InsightDesk desk, Optional<TrustDesk> trust, Personal personal, Clock clock) {
        this.desk = desk;
        this.trust = trust;
        this.personal = personal;
        this.clock = clock;
    }

    /** The figures of the last so many days; of all time when empty. */
    InsightReport read(OptionalInt windowDays) {
        var since = start(windowDays);
        var work = Workload.of(personal.approvals().steps(since), since, clock.getZone());
        return new InsightReport(desk.snapshot(windowDays), work, trust());
    }

    /** Reads the longest window for nothing: the first reading of a program waits for the disk, and this one waits instead of the view. */
    public void readAhead() {
        read(Window.ALL.days());
    }

    private Instant start(OptionalInt windowDays) {
        return windowDays.isEmpty()
                ? Instant.EPOCH
                : clock.instant()
                        .atZone(clock.getZone())
                        .toLocalDate()
                        .minusDays(windowDays.getAsInt() - 1L)
                        .atStartOfDay(clock.getZone())
                        .toInstant();
    }

    private Map<Long, PolicyTrust> trust() {
        return trust.map(TrustDesk::all).orElse(List.of()).stream()
                .collect(Collectors.toMap(PolicyTrust::policyId, Function.identity(), (first, _) -> first));
    }

    /** What the person is asked: first about automation that a policy earned, then about mail that policies left alone. */
    List<Question> questions() {
        return Stream.<Question>concat(
                        trust.map(TrustDesk::questions).orElse(List.of()).stream()
                                .map(Question.Automation::new),
                        desk.questions().stream().map(Question.Recall::new))
                .toList();
    }

    void answer(Question question, boolean yes) {
        switch (question) {
            case Question.Recall(var asked) -> desk.answer(asked.id(), yes);
            case Question.Automation(var policy) -> trust.orElseThrow().answer(policy.policyId(), yes);
        }
    }

    /** Takes an answer back, where that is possible. */
    void takeBack(Question question, boolean yes) {
        switch (question) {
            case Question.Recall(var asked) -> desk.reopen(asked.id());
            case Question.Automation(var policy) -> {
                if (yes) {
                    trust.orElseThrow().demote(policy.policyId());
                }
            }
        }
    }

    /** Lets a policy only propose again. */
    void demote(long policyId) {
        trust.orElseThrow().demote(policyId);
    }

    /** The mails behind a number, newest first, at most {@link #MOST_MAILS}. */
    List<Message> mails(Drill drill, OptionalInt windowDays) {
        return drill.behind().stream()
                .flatMap(behind -> desk.mails(behind, windowDays, MOST_MAILS).stream())
                .collect(Collectors.toMap(Message::id, Function.identity(), (first, _) -> first))
                .values()
                .stream()
                .sorted(Comparator.comparing((Message mail) -> mail.envelope().receivedAt())
                        .thenComparingLong(Message::id)
                        .reversed())
                .limit(MOST_MAILS)
                .toList();
    }

    /** The text of a mail; empty when it is gone. */
    MailBody text(long messageId) {
        return MailBody.of(
                personal.mails().read(messageId).map(ParsedMail::text).orElse(""));
    }

    /** Forgets one feature. */
    boolean forget(String feature) {
        return personal.weights().reset(personal.user(), feature);
    }

    /** Forgets all features. */
    int forgetAll() {
        return personal.weights().reset(personal.user());
    }
}
