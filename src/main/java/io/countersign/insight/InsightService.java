package io.countersign.insight;

import io.countersign.learning.UserWeights;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Puts Insights together from sums, so that it costs the same after a million decisions as after ten thousand. */
public final class InsightService implements InsightDesk {
    private final String user;
    private final Records records;
    private final PolicyStatisticsService statistics;
    private final Clock clock;

    public InsightService(String user, Records records, PolicyStatisticsService statistics, Clock clock) {
        this.user = user;
        this.records = records;
        this.statistics = statistics;
        this.clock = clock;
    }

    /** What Insights reads. */
    public record Records(
            PolicyCounts counts,
            BehindMails behind,
            RecallDesk recall,
            UserWeights weights,
            MessageRepository messages) {}

    @Override
    public InsightSnapshot snapshot(OptionalInt windowDays) {
        var window = Window.of(windowDays, clock);
        var rows = statistics.rows(user, windowDays);
        var recall = records.recall().recall(rows, window.start());
        var weeks = Weeks.of(records.counts().days(user, window.firstDay()));
        return new InsightSnapshot(
                windowDays,
                PolicyStatisticsService.stats(rows, recall, windowDays),
                weeks.perPolicy(),
                weeks.all(),
                recall,
                CalibrationCurve.of(records.counts().tenths(user, window.firstDay())),
                records.weights().all(user));
    }

    @Override
    public List<Message> mails(Behind behind, OptionalInt windowDays, int limit) {
        var ids =
                records.behind().ids(user, behind, Window.of(windowDays, clock).start(), limit);
        return records.messages().findAll(ids).stream()
                .sorted(Comparator.comparing((Message mail) -> mail.envelope().receivedAt())
                        .thenComparingLong(Message::id)
                        .reversed())
                .toList();
    }

    @Override
    public List<RecallQuestion> questions() {
        return records.recall().questions();
    }

    @Override
    public void answer(long questionId, boolean wanted) {
        records.recall().answer(questionId, wanted);
    }

    @Override
    public void reopen(long questionId) {
        records.recall().reopen(questionId);
    }
}
