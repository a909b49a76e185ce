package io.countersign.ats.joining;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationDecision.Add;
import io.countersign.ats.ApplicationDecision.AtStage;
import io.countersign.ats.ApplicationDecision.Dismiss;
import io.countersign.ats.ApplicationDecision.FollowUp;
import io.countersign.ats.ApplicationDecision.Merge;
import io.countersign.ats.ApplicationDecision.Rename;
import io.countersign.ats.ApplicationDecision.Split;
import io.countersign.ats.ApplicationDecisions.Decided;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.JoinQuestion;
import io.countersign.mail.Category;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Joins mails, rows and what a person said into applications, mail by mail in the order of time. Pure: the same input gives
 * the same applications, in whatever order it comes. Immutable and thread-safe; the effort grows with the number of mails.
 */
public final class ApplicationJoiner {
    private final NameTokens tokens = NameTokens.load();
    private final SenderDomains domains = SenderDomains.load();
    private final ZoneId zone;

    /** @param zone in which a day begins that a person names */
    public ApplicationJoiner(ZoneId zone) {
        this.zone = zone;
    }

    /** Joins all of it. */
    public JoinedApplications join(JoinInput input) {
        var reader = new EvidenceReader(input, tokens, domains, zone);
        var run = new Run(input, reader);
        reader.read(input).forEach(run::place);
        return run.result();
    }

    /** One pass over the evidence. */
    private final class Run {
        private final EvidenceReader reader;
        private final Ties ties;
        private final DossierIndex index = new DossierIndex();
        private final Placement placement;
        private final Map<ApplicationId, List<Decided>> said = new HashMap<>();
        private final Set<ApplicationId> dismissed = new HashSet<>();
        private final List<Dossier> dossiers = new ArrayList<>();
        private final List<Asked> questions = new ArrayList<>();

        private record Asked(Dossier apart, List<Dossier> candidates) {}

        Run(JoinInput input, EvidenceReader reader) {
            this.reader = reader;
            this.ties = new Ties(input.decisions());
            this.placement = new Placement(index, ties);
            for (var decided : input.decisions()) {
                if (decided.decision() instanceof Dismiss(var parts)) {
                    dismissed.addAll(parts);
                }
                anchors(decided)
                        .forEach(anchor -> said.computeIfAbsent(anchor, _ -> new ArrayList<>())
                                .add(decided));
            }
        }

        private static Stream<ApplicationId> anchors(Decided decided) {
            return switch (decided.decision()) {
                case Merge merge -> Stream.of(merge.kept());
                case AtStage stage -> Stream.of(stage.anchor());
                case Rename rename -> Stream.of(rename.anchor());
                case FollowUp followUp -> Stream.of(followUp.anchor());
                case Split split -> Stream.concat(split.moved().stream(), split.rest().stream());
                case Add _, Dismiss _ -> Stream.empty();
            };
        }

        void place(Evidence evidence) {
            int group = ties.of(evidence.id());
            var choice = placement.choose(evidence, group);
            var tied = index.ofGroup(group);
            var dossier = tied.isEmpty() ? choice.dossier().orElseGet(this::open) : tied.getFirst();
            choice.dossier()
                    .filter(other -> other != dossier && dossier.mayAbsorb(other, ties))
                    .ifPresent(dossier::absorb);
            tied.stream().skip(1).forEach(dossier::absorb);
            dossier.add(evidence, group);
            index.add(dossier, evidence, group);
            for (var decided : said.getOrDefault(evidence.id(), List.of())) {
                if (decided.decision() instanceof Rename rename) {
                    var clues = reader.clues(rename);
                    dossier.isAbout(clues.employer(), clues.role());
                    index.addNames(dossier, clues.employer(), clues.role());
                }
            }
            if (choice.asked().size() > 1 && tied.isEmpty()) {
                questions.add(new Asked(dossier, choice.asked()));
            }
        }

        private Dossier open() {
            var dossier = new Dossier();
            dossiers.add(dossier);
            return dossier;
        }

        JoinedApplications result() {
            var assembler = new ApplicationAssembler(domains, zone);
            var made = new HashMap<Dossier, Application>();
            var ofPart = new HashMap<ApplicationId, Application>();
            var threads = new HashSet<Long>();
            var people = new HashSet<String>();
            for (var dossier : dossiers) {
                if (dossier.root() != dossier) {
                    continue;
                }
                var evidence =
                        dossier.evidence().stream().sorted(Evidence.BY_TIME).toList();
                var decisions = decisions(evidence);
                if (isApplication(evidence, decisions)) {
                    var application = assembler.assemble(evidence, decisions);
                    if (!dismissed.contains(application.id())) {
                        made.put(dossier, application);
                        evidence.forEach(one -> {
                            ofPart.put(one.id(), application);
                            one.clues().thread().ifPresent(threads::add);
                            people.addAll(one.clues().people());
                        });
                    }
                }
            }
            var applications = made.values().stream()
                    .sorted(Comparator.comparing((Application one) ->
                                    one.timeline().getFirst().at())
                            .thenComparing(one -> one.id().toString()))
                    .toList();
            return new JoinedApplications(
                    applications, questions(made), ofPart, reader.employers(threads, people), reader.warehouse());
        }

        private List<JoinQuestion> questions(Map<Dossier, Application> made) {
            var all = new LinkedHashSet<JoinQuestion>();
            for (var question : questions) {
                var apart = made.get(question.apart().root());
                var candidates = question.candidates().stream()
                        .map(Dossier::root)
                        .distinct()
                        .flatMap(dossier -> Stream.ofNullable(made.get(dossier)))
                        .map(Application::id)
                        .filter(id -> apart != null && !id.equals(apart.id()))
                        .toList();
                if (apart != null && !candidates.isEmpty()) {
                    all.add(new JoinQuestion(apart.id(), candidates));
                }
            }
            return List.copyOf(all);
        }

        private List<Decided> decisions(List<Evidence> evidence) {
            return evidence.stream()
                    .flatMap(one -> said.getOrDefault(one.id(), List.of()).stream())
                    .distinct()
                    .sorted(Comparator.comparingLong(Decided::number))
                    .toList();
        }
    }

    /** A conversation is an application once a stage was announced, the person wrote, or somebody says so. */
    private static boolean isApplication(List<Evidence> evidence, List<Decided> decisions) {
        return !decisions.isEmpty()
                || evidence.stream().anyMatch(one -> !(one instanceof Evidence.Mail mail) || mail.isStep())
                || (evidence.stream().anyMatch(one -> one instanceof Evidence.Mail mail && mail.own())
                        && evidence.stream().anyMatch(ApplicationJoiner::isAboutWork));
    }

    private static boolean isAboutWork(Evidence evidence) {
        return evidence instanceof Evidence.Mail mail
                && mail.mail().stated().isPresent()
                && mail.message().understanding().category() != Category.JOB_ALERT;
    }
}
