package io.countersign.ats.odds;

import io.countersign.ats.Application;
import io.countersign.ats.GhostingRisk;
import io.countersign.ats.Outlook;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.Ranking;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ranks by what an action now can still change: what is at stake at the stage, times how much likelier the next step makes an
 * answer; what the other side awaits of the person counts by what is lost without it. Learns the odds from the very
 * applications that it ranks. Pure and thread-safe.
 */
public final class RiskRanking implements Ranking {
    private static final Comparator<Row> ORDER = Comparator.<Row>comparingInt(
                    row -> row.forecast().group())
            .thenComparingDouble(row -> -row.forecast().gain())
            .thenComparingDouble(row -> -row.forecast().weight())
            .thenComparing(row -> row.forecast().silence().heard(), Comparator.reverseOrder())
            .thenComparing(row -> row.application().id().origin())
            .thenComparingLong(row -> row.application().id().number());

    private final ZoneId zone;

    private record Row(Application application, Forecast forecast) {}

    /** Days begin and end as in {@code zone}. */
    public RiskRanking(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public List<RankedApplication> rank(List<Application> applications, Instant now) {
        var learner = new OddsLearner();
        var silences = new ArrayList<Silence>(applications.size());
        for (var application : applications) {
            var read = Silences.of(application, now);
            read.spells().forEach(learner::add);
            silences.add(read.current());
        }
        return rank(applications, silences, learner.odds(), now);
    }

    private List<RankedApplication> rank(
            List<Application> applications, List<Silence> silences, ReplyOdds model, Instant now) {
        var cadence = new FollowUps(zone);
        var rows = new ArrayList<Row>(applications.size());
        for (int i = 0; i < silences.size(); i++) {
            var silence = silences.get(i);
            rows.add(new Row(
                    applications.get(i),
                    Forecast.of(applications.get(i), silence, cadence.next(silence, now), model, now, zone)));
        }
        rows.sort(ORDER);
        var reasons = new Reasons(model, zone);
        var ranked = new ArrayList<RankedApplication>(rows.size());
        for (var row : rows) {
            ranked.add(new RankedApplication(ranked.size() + 1, row.application(), outlook(row, reasons, now)));
        }
        return ranked;
    }

    private static Outlook outlook(Row row, Reasons reasons, Instant now) {
        var forecast = row.forecast();
        var state = row.application().state();
        return new Outlook(
                forecast.silence().days(now),
                GhostingRisk.of(Optional.of(state.stage()), state.lastStageChange(), state.interviewDate(), now),
                forecast.odds(),
                forecast.gain(),
                forecast.standing(),
                forecast.step(),
                reasons.of(forecast, now));
    }
}
