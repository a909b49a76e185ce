package io.countersign.ats.ui;

import io.countersign.ats.ApplicationSource;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.Reason;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.odds.Funnel;
import io.countersign.ats.odds.FunnelPart;
import io.countersign.ats.ui.ApplicationsSnapshot.Headline;
import io.countersign.mail.Stage;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.util.converter.LocalDateStringConverter;

/** Stages, steps, reasons and times of applications in the person's language. */
public final class ApplicationWords {
    static final String NONE = "–";

    private final Texts texts;
    private final Formats formats;
    private final DayWords days;
    private final StepWords steps;

    /** {@code clock} says which day is today. */
    public ApplicationWords(Texts texts, Formats formats, Clock clock) {
        this.texts = texts;
        this.formats = formats;
        days = new DayWords(texts, formats, clock);
        steps = new StepWords(texts, days);
    }

    Texts texts() {
        return texts;
    }

    Formats formats() {
        return formats;
    }

    DayWords days() {
        return days;
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    String company(ApplicationRow row) {
        return row.company().isEmpty() ? texts.get("applications.company.unknown") : row.company();
    }

    String role(ApplicationRow row) {
        return row.role().isEmpty() ? texts.get("applications.role.unknown") : row.role();
    }

    /** Company and role, as far as they are known. */
    String title(ApplicationRow row) {
        return row.role().isEmpty() ? company(row) : company(row) + " · " + row.role();
    }

    String stage(Stage stage) {
        return texts.get("applications.stage." + stage.id());
    }

    /** The stage, with the time of a talk that lies ahead. */
    String stage(ApplicationRow row) {
        return row.talkAfter(days.now())
                .map(talk -> texts.get("applications.stage.when", stage(row.stage()), days.moment(talk)))
                .orElseGet(() -> stage(row.stage()));
    }

    /** The stage with as much of the time of its talk as {@code fits} says there is room for. */
    String stage(ApplicationRow row, Predicate<String> fits) {
        var day = row.talkAfter(days.now())
                .map(talk -> texts.get("applications.stage.when", stage(row.stage()), days.name(days.day(talk))))
                .orElseGet(() -> stage(row.stage()));
        return Stream.of(stage(row), day).filter(fits).findFirst().orElseGet(() -> stage(row.stage()));
    }

    /** The name of an applicant tracking system; as it writes itself where that is known. */
    String system(String id) {
        var key = "applications.system." + id;
        return texts.has(key)
                ? texts.get(key)
                : id.isEmpty() ? id : id.substring(0, 1).toUpperCase(Locale.ROOT) + OneLine.of(id.substring(1));
    }

    String source(ApplicationSource source) {
        return texts.get("applications.source." + source.id());
    }

    String silent(ApplicationRow row) {
        return row.isEnded()
                ? NONE
                : texts.get("applications.days", formats.number(row.outlook().daysSilent()));
    }

    String risk(ApplicationRow row) {
        return row.isEnded() ? NONE : formats.decimal(row.outlook().ghostingRisk(), 2);
    }

    String reply(ApplicationRow row) {
        return row.isEnded() ? NONE : formats.percent(row.outlook().replyOdds14d());
    }

    /** What to do next, and when. */
    String step(ApplicationRow row) {
        return steps.of(row.step());
    }

    /** The same, longest first, for where there is more room or less. */
    List<String> steps(ApplicationRow row) {
        return List.of(steps.dated(row.step()), steps.of(row.step()));
    }

    /** What to do next, and since when it should have been done. */
    String fullStep(ApplicationRow row) {
        return steps.whole(row.step());
    }

    /** What the button says that shows a draft. */
    String beginDraft(ApplicationRow row) {
        return texts.get("applications.draft.begin."
                + row.step().draftKind().orElse(FollowUpDraft.Kind.FIRST).name().toLowerCase(Locale.ROOT));
    }

    /** Why it stands where it does, in one line. */
    String why(ApplicationRow row) {
        return row.outlook().reasons().stream().findFirst().map(this::reason).orElse("");
    }

    /** Why it stands where it does, each reason a sentence. */
    List<String> reasons(ApplicationRow row) {
        return row.outlook().reasons().stream().map(this::reason).toList();
    }

    private String reason(Reason reason) {
        var key = reason.key();
        return texts.has(key)
                ? texts.get(key, reason.arguments().stream().map(this::argument).toArray())
                : key;
    }

    private Object argument(Object argument) {
        return switch (argument) {
            case Stage stage -> stage(stage);
            case LocalDate day -> days.shortDate(day);
            case Instant at -> days.moment(at);
            case String text -> OneLine.of(text);
            default -> argument;
        };
    }

    /** {@code 31 open · 5 overdue · 2 interviews this week}; what there is none of is left out. */
    String headline(Headline headline) {
        return Stream.of(
                        texts.get("applications.head.open", headline.open(), formats.number(headline.open())),
                        headline.overdue() == 0
                                ? ""
                                : texts.get("applications.head.overdue", formats.number(headline.overdue())),
                        headline.talks() == 0 ? "" : texts.get("applications.head.talks", headline.talks()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What a screen reader says of a row. */
    String spoken(ApplicationRow row) {
        return row.isEnded()
                ? texts.get("applications.row.spoken.ended", title(row), stage(row))
                : texts.get(
                        "applications.row.spoken",
                        title(row),
                        stage(row),
                        row.outlook().daysSilent(),
                        risk(row),
                        reply(row),
                        step(row),
                        why(row));
    }

    /** What a bar of the funnel stands for. */
    String step(Funnel.Step step, int all) {
        return texts.get(
                "applications.funnel.spoken",
                stage(step.stage()),
                step.reached(),
                all,
                formats.percent((double) step.reached() / Math.max(1, all)),
                step.next(),
                step.open(),
                step.ended());
    }

    /** What the applications of a part of the funnel have in common. */
    String part(FunnelPart part) {
        return switch (part) {
            case FunnelPart.Reached(var stage) -> texts.get("applications.part.reached", stage(stage));
            case FunnelPart.AwaitedAt awaited -> texts.get("applications.part.awaited", stage(awaited.stage()));
            case FunnelPart.AwaitedThrough through -> texts.get("applications.part.system", system(through.system()));
            case FunnelPart.AwaitedAfter after -> texts.get("applications.part.source", source(after.source()));
        };
    }

    /** What happened, in a word or two. */
    String happened(TimelineEntry entry) {
        return switch (entry.kind()) {
            case STAGE, UNSURE ->
                entry.kind() == TimelineEntry.Kind.STAGE && entry.stage().isPresent()
                        ? stage(entry.stage().get())
                        : texts.get("applications.timeline.unsure");
            case WORD -> texts.get("applications.timeline.word");
            case SENT -> texts.get("applications.timeline.sent");
            case FOLLOW_UP -> texts.get("applications.timeline.follow_up");
        };
    }

    /** The other side, as the mail names it. */
    String party(TimelineEntry entry) {
        return OneLine.of(entry.party());
    }

    /** What is behind it: the subject, and who says so where no mail does. */
    String behind(TimelineEntry entry) {
        var said = entry.byHand()
                ? texts.get("applications.timeline.by.hand")
                : switch (entry.provenance()) {
                    case MAIL -> "";
                    case PERSON -> texts.get("applications.timeline.by.person");
                    case WAREHOUSE -> texts.get("applications.timeline.by.warehouse");
                };
        return Stream.of(OneLine.of(entry.title()), said)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    String draftKind(FollowUpDraft.Kind kind) {
        return texts.get("applications.draft.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** Reads and writes days in fields where they are typed. */
    LocalDateStringConverter typedDays() {
        return new LocalDateStringConverter(FormatStyle.MEDIUM, formats.locale(), null);
    }
}
