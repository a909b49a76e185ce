package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Asking.Kind;
import io.countersign.ask.reading.Intent;
import io.countersign.ats.Application;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.TimelineEntry;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Applications: how many, which, at what stage, since when. */
final class ApplicationsAnswer {
    private final Desks desks;
    private final Speech speech;

    ApplicationsAnswer(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    Optional<Answer> of(Intent.Applications asked) {
        var asking = asked.asking();
        return lines(asked).map(lines -> {
            var report = new Report(speech, asking, what(asked));
            return LineGroups.isBy(asking.group())
                    ? report.grouped(lines, new LineGroups(speech, desks.zone()))
                    : report.of(lines);
        });
    }

    /** Those that are meant, the newest first. */
    Optional<List<Line>> lines(Intent.Applications asked) {
        var asking = asked.asking();
        return NameFilter.of(asking.by(), desks.applications().applications(), ApplicationWords::names)
                .map(found ->
                        found.stream().filter(one -> hasStatus(one, asking)).toList())
                .map(found -> {
                    var mails = desks.mailsOf(found);
                    return found.stream()
                            .flatMap(one -> line(one, asked, mails).stream())
                            .sorted(Report.newestFirst())
                            .toList();
                });
    }

    private static boolean hasStatus(RankedApplication one, Asking asking) {
        boolean ended = one.application().state().stage().isTerminal();
        var status = asking.by().values("status");
        return !status.contains(ended ? "open" : "ended");
    }

    private Optional<Line> line(RankedApplication one, Intent.Applications asked, Map<Long, Message> mails) {
        if (asked.asking().kind() == Kind.STATUS) {
            return status(one, asked.stages(), mails);
        }
        return asked.stages().isEmpty() ? applied(one, asked.asking(), mails) : reached(one, asked, mails);
    }

    private Optional<Line> applied(RankedApplication one, Asking asking, Map<Long, Message> mails) {
        var application = one.application();
        var first = application.timeline().getFirst();
        var at = application.state().appliedAt().orElse(first.at());
        if (asking.by()
                .period()
                .filter(period -> !period.contains(at, desks.zone()))
                .isPresent()) {
            return Optional.empty();
        }
        var proof = application.messageIds().stream()
                .flatMap(id -> Stream.ofNullable(mails.get(id)))
                .limit(1)
                .toList();
        var stage = stage(application.state().stage());
        return Optional.of(new Line(
                at,
                speech.day(at),
                speech.say("ask.application.applied", ApplicationWords.title(application), speech.day(at), stage),
                proof));
    }

    private Optional<Line> reached(RankedApplication one, Intent.Applications asked, Map<Long, Message> mails) {
        var application = one.application();
        if (asked.asking().by().has("status", "open")
                && !asked.stages().contains(application.state().stage())) {
            return Optional.empty();
        }
        return ApplicationWords.reached(application, asked.stages())
                .filter(entry -> cameAfter(application, entry, asked.asking()))
                .filter(entry -> asked.asking()
                        .by()
                        .period()
                        .filter(period -> !period.contains(entry.at(), desks.zone()))
                        .isEmpty())
                .map(entry -> line(one, entry, mails));
    }

    /** {@code after an interview}: what stood before it in the course of the application. */
    private static boolean cameAfter(Application application, TimelineEntry entry, Asking asking) {
        return asking.by().values("after").stream()
                .allMatch(event -> application.timeline().stream()
                        .filter(before -> before.kind() == TimelineEntry.Kind.STAGE
                                && before.at().isBefore(entry.at()))
                        .anyMatch(before -> before.stage()
                                .filter(stage -> event.equals("assessment")
                                        ? stage == Stage.ASSESSMENT
                                        : TalksAnswer.TALKING.contains(stage))
                                .isPresent()));
    }

    private Line line(RankedApplication one, TimelineEntry entry, Map<Long, Message> mails) {
        var words = speech.say(
                "ask.application.stage",
                ApplicationWords.title(one.application()),
                entry.stage().map(this::stage).orElse(""),
                speech.day(entry.at()));
        var deadline = entry.deadline().filter(day -> !day.isBefore(desks.today()));
        return new Line(
                entry.at(),
                speech.day(entry.at()),
                deadline.map(day -> speech.say("ask.by", words, speech.day(day)))
                        .orElse(words),
                ApplicationWords.mail(entry, mails));
    }

    private Optional<Line> status(RankedApplication one, Set<Stage> stages, Map<Long, Message> mails) {
        var application = one.application();
        var state = application.state();
        if (!stages.isEmpty() && !stages.contains(state.stage())) {
            return Optional.empty();
        }
        Instant since =
                state.lastStageChange().orElse(application.timeline().getLast().at());
        var words = speech.say(
                "ask.application.status", ApplicationWords.title(application), stage(state.stage()), speech.day(since));
        var step = new StepWords(speech).of(one.outlook().step());
        return Optional.of(new Line(
                since,
                speech.day(since),
                step.map(next -> speech.say("ask.application.next", words, next))
                        .orElse(words),
                newestProof(one, mails)));
    }

    private static List<Message> newestProof(RankedApplication one, Map<Long, Message> mails) {
        var stage = one.application().state().stage();
        return one.application().timeline().reversed().stream()
                .filter(entry -> entry.stage().filter(stage::equals).isPresent())
                .flatMap(entry -> ApplicationWords.mail(entry, mails).stream())
                .findFirst()
                .map(List::of)
                .orElseGet(() -> ApplicationWords.newest(one.application(), mails));
    }

    private String stage(Stage stage) {
        return speech.say("clause.stage." + stage.id());
    }

    String what(Intent.Applications asked) {
        var stages = asked.stages();
        if (stages.isEmpty()) {
            return speech.say("ask.applications");
        }
        if (stages.contains(Stage.INTERVIEW)) {
            return speech.say("ask.applications.interview");
        }
        var first = stages.stream().sorted().findFirst().orElseThrow();
        return switch (first) {
            case OFFER -> speech.say("ask.offers");
            case REJECTED -> speech.say("ask.rejections");
            case ASSESSMENT -> speech.say("ask.assessments");
            default -> speech.say("ask.applications.at", stage(first));
        };
    }
}
