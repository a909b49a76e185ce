package io.countersign.ats.ui;

import io.countersign.ats.ApplicationId;
import io.countersign.ats.JoinQuestion;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.Standing;
import io.countersign.ats.WarehouseShare;
import io.countersign.ats.odds.Funnel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All that the screen shows, as it was at one moment. Immutable; two are never equal, since comparing them would take long. */
final class ApplicationsSnapshot {
    private final List<ApplicationRow> rows;
    private final LocalDate today;
    private final Headline headline;
    private final Funnel funnel;
    private final List<JoinQuestion> questions;
    private final WarehouseShare warehouse;

    /**
     * The figures above everything.
     *
     * @param open those that have not ended
     * @param overdue open ones that are silent for longer than answers take at their stage
     * @param talks interviews from today to the end of the week
     * @param action those whose next step is due
     */
    record Headline(int open, int overdue, int talks, int action, int all) {
        int ended() {
            return all - open;
        }
    }

    private ApplicationsSnapshot(
            List<ApplicationRow> rows,
            LocalDate today,
            Headline headline,
            Funnel funnel,
            List<JoinQuestion> questions,
            WarehouseShare warehouse) {
        this.rows = rows;
        this.today = today;
        this.headline = headline;
        this.funnel = funnel;
        this.questions = List.copyOf(questions);
        this.warehouse = warehouse;
    }

    /** Nothing yet. */
    static ApplicationsSnapshot empty(LocalDate today) {
        return new ApplicationsSnapshot(
                List.of(),
                today,
                new Headline(0, 0, 0, 0, 0),
                Funnel.of(List.of(), Instant.EPOCH),
                List.of(),
                WarehouseShare.NONE);
    }

    /**
     * What a desk gave.
     *
     * @param applications by rank
     * @param questions what may be one
     * @param warehouse whose its rows are
     * @param locale says on which day a week ends
     */
    static ApplicationsSnapshot of(
            List<RankedApplication> applications,
            List<JoinQuestion> questions,
            WarehouseShare warehouse,
            ZonedDateTime now,
            Locale locale) {
        var rows = applications.stream().map(ApplicationRow::of).toList();
        var today = now.toLocalDate();
        var lastDay = today.with(WeekFields.of(locale).dayOfWeek(), 7);
        return new ApplicationsSnapshot(
                rows,
                today,
                new Headline(
                        count(rows, row -> !row.isEnded()),
                        count(rows, row -> row.outlook().standing() == Standing.OVERDUE),
                        count(
                                rows,
                                row -> row.talkAfter(startOf(today, now.getZone()))
                                        .filter(talk -> !LocalDate.ofInstant(talk, now.getZone())
                                                .isAfter(lastDay))
                                        .isPresent()),
                        count(rows, row -> row.needsAction(today)),
                        rows.size()),
                Funnel.of(rows.stream().map(ApplicationRow::application).toList(), now.toInstant()),
                questions,
                warehouse);
    }

    private static int count(List<ApplicationRow> rows, java.util.function.Predicate<ApplicationRow> which) {
        return (int) rows.stream().filter(which).count();
    }

    // A talk at midnight sharp is one of that day.
    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /** By rank. */
    List<ApplicationRow> rows() {
        return rows;
    }

    /** The row of an application. */
    Optional<ApplicationRow> find(ApplicationId id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The applications that this one may be a part of; empty when nobody asks. */
    List<ApplicationRow> maybeOneWith(ApplicationId id) {
        return questions.stream()
                .filter(question -> question.apart().equals(id))
                .flatMap(question -> question.candidates().stream())
                .distinct()
                .flatMap(candidate -> find(candidate).stream())
                .toList();
    }

    /** Whose the rows of the warehouse are. */
    WarehouseShare warehouse() {
        return warehouse;
    }

    LocalDate today() {
        return today;
    }

    Headline headline() {
        return headline;
    }

    /** How far they came, and how long answers took. */
    Funnel funnel() {
        return funnel;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
