package io.countersign.ats.detection;

import io.countersign.ats.detection.RelaySystem.Kind;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Examination;
import io.countersign.mail.MailEnricher;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.Understanding;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes what a mail says about a job application. Runs after the category is known, corrects it where a sure stage says
 * otherwise, and leaves all mail alone that is not about a job. Immutable, thread-safe, bounded work on any mail.
 */
public final class AtsEnricher implements MailEnricher {
    private static final int HOSTILE = 80;
    /** What a private mailbox alone comes to: recruiters use those too. */
    private static final int NOTABLE = 20;

    private static final int SEVERAL = 2;
    private static final double SURE = 0.72;
    private static final double RISK_UNKNOWN = 0.2;

    private final AtsDetection detection;

    /** Reads the data files; a broken one throws {@code CountersignException.Invalid}. */
    public AtsEnricher() {
        this(AtsDetection.fromResources());
    }

    AtsEnricher(AtsDetection detection) {
        this.detection = detection;
    }

    /** The data files that decide what is found, as resources. */
    public static List<String> dataFiles() {
        return AtsDetection.dataFiles().stream().map(name -> "/ats/" + name).toList();
    }

    @Override
    public Understanding enrich(Examination examined, Understanding soFar) {
        return enrich(examined, soFar, Acquaintance.NONE);
    }

    /**
     * The same with what other mails tell: the people of a known employer and the answers in an application's conversation
     * need no words about a job to be read.
     */
    public Understanding enrich(Examination examined, Understanding soFar, KnownEmployers known, long threadId) {
        return enrich(examined, soFar, Acquaintance.of(examined.mail().from().domain(), threadId, known));
    }

    private Understanding enrich(Examination examined, Understanding soFar, Acquaintance acquaintance) {
        var mail = examined.mail();
        boolean close = acquaintance.isClose(examined.envelope(), soFar);
        boolean looked =
                soFar.riskScore() < HOSTILE && (close || detection.gate().mayBeJobMail(mail, soFar));
        if (!looked) {
            return soFar;
        }
        var trace = detection.detector().trace(mail).known(close);
        if (isDiscussion(mail) && !trace.sent()) {
            return soFar;
        }
        var passage = Passage.of(mail, detection.ownWords());
        var reading = new StageReading(detection.rules(), passage, facts(trace));
        boolean expected = close || isExpected(trace, soFar);
        var opinion = detection.opinion().of(detection.stages().find(reading), reading, passage, expected);
        var finding = opinion.finding();
        var suspected = suspected(mail, passage, trace, finding, reading, soFar);
        boolean job = acquaintance.inThread() || opinion.learned() || isJobMail(finding, reading, trace, soFar);
        if (suspected.riskScore() >= HOSTILE || !job) {
            return suspected;
        }
        var sent = mail.date().orElse(examined.envelope().receivedAt());
        return consistent(suspected, finding)
                .withAts(facts(mail, passage, trace, finding, sent, acquaintance.company()));
    }

    /** Whoever offers work or a talk without a tracking system may be after something else. */
    private Understanding suspected(
            ParsedMail mail,
            Passage passage,
            SenderTrace trace,
            StageFinding finding,
            StageReading reading,
            Understanding soFar) {
        boolean courts = reading.saw("none.outreach")
                || soFar.category() == Category.RECRUITER_OUTREACH
                || finding.stage()
                        .filter(stage -> stage.isInterview() || stage == Stage.OFFER || stage == Stage.HIRED)
                        .isPresent();
        if (!courts || trace.sent() || reading.isAboutSomethingElse()) {
            return soFar;
        }
        var suspicion = detection.scam().judge(passage, detection.detector().privateMailbox(mail));
        if (suspicion.score() <= NOTABLE) {
            return soFar;
        }
        int score = (int) Math.round(100 - (100 - soFar.riskScore()) * (100 - suspicion.score()) / 100.0);
        var reasons = Stream.concat(suspicion.reasons().stream(), soFar.riskReasons().stream())
                .distinct()
                .toList();
        var risky = soFar.withRisk(score, reasons);
        return score >= HOSTILE ? risky.withCategory(Category.SUSPICIOUS, score / 100.0, soFar.evidence()) : risky;
    }

    /** People on a mailing list talk about jobs; nobody there answers an application. */
    private static boolean isDiscussion(ParsedMail mail) {
        return mail.header("List-Post").isPresent()
                || mail.header("Precedence")
                        .filter(value -> value.strip().equalsIgnoreCase("list"))
                        .isPresent()
                || (mail.listId().isPresent() && mail.header("List-Unsubscribe").isEmpty());
    }

    private static Set<String> facts(SenderTrace trace) {
        var facts = new HashSet<String>();
        trace.system()
                .filter(system -> trace.sent() || system.kind() == Kind.ATS || system.kind() == Kind.ASSESSMENT)
                .ifPresent(system -> {
                    switch (system.kind()) {
                        case ATS -> facts.add("fact.ats");
                        case BOARD -> facts.add("fact.board");
                        case ASSESSMENT -> facts.add("fact.assessment");
                        case SCHEDULING -> facts.add("fact.scheduling");
                    }
                });
        if (trace.employer()) {
            facts.add("fact.employer");
        }
        return facts;
    }

    /** True when a system, a board or somebody who hires sent the mail, or its category is about a job. */
    private static boolean isExpected(SenderTrace trace, Understanding soFar) {
        boolean approach = soFar.category() == Category.JOB_ALERT || soFar.category() == Category.RECRUITER_OUTREACH;
        return trace.sent()
                || (!approach && (trace.employer() || soFar.category().isJobSearch()));
    }

    private static boolean isJobMail(
            StageFinding finding, StageReading reading, SenderTrace trace, Understanding soFar) {
        if (trace.sentBy(Kind.ATS) || trace.sentBy(Kind.ASSESSMENT)) {
            return true;
        }
        if (finding.stage().isPresent()) {
            return trace.sent()
                    || trace.employer()
                    || soFar.category().isJobSearch()
                    || reading.saw("job.applied-before")
                    || reading.distinct("job.words") >= SEVERAL;
        }
        if (reading.isAboutSomethingElse()) {
            return false;
        }
        boolean known = soFar.category().isJobSearch() && soFar.category() != Category.JOB_ALERT;
        boolean unsure = !finding.candidates().isEmpty() && (known || trace.sent() || trace.employer());
        boolean ofApplication = reading.saw("none.viewed") || reading.saw("none.incomplete");
        boolean outreach = soFar.category() == Category.RECRUITER_OUTREACH && reading.saw("none.outreach");
        return outreach || (unsure && known) || (ofApplication && (trace.sent() || known));
    }

    private AtsFacts facts(
            ParsedMail mail,
            Passage passage,
            SenderTrace trace,
            StageFinding finding,
            Instant sent,
            Optional<String> knownCompany) {
        var hints = detection.names().find(passage.text(), passage.edges());
        var title = detection.roles().find(passage, hints);
        var invite = detection.dates().invite(mail);
        boolean talk = finding.stage().filter(Stage::isInterview).isPresent();
        return new AtsFacts(
                trace.system().map(RelaySystem::id),
                detection.ids().find(mail, passage, hints),
                finding,
                finding.stage().map(_ -> sent),
                talk ? detection.dates().find(mail, passage, invite, sent) : Optional.empty(),
                detection.employers().find(passage, hints, trace, title, knownCompany),
                title.map(Title::name),
                finding.stage().filter(Stage::isTerminal).isPresent() ? 0 : RISK_UNKNOWN,
                invite,
                detection.deadlines().find(passage, awaiting(finding), sent));
    }

    /** Of an unsure mail what it may be: its deadline is known once the person says so. */
    private static Optional<Stage> awaiting(StageFinding finding) {
        return finding.stage()
                .or(() -> finding.candidates().stream()
                        .filter(Stage::awaitsThePerson)
                        .findFirst());
    }

    private static Understanding consistent(Understanding soFar, StageFinding finding) {
        return finding.stage()
                .filter(_ -> finding.confidence() >= SURE)
                .flatMap(AtsEnricher::categoryOf)
                .filter(category -> category != soFar.category() && soFar.category() != Category.SUSPICIOUS)
                .map(category -> soFar.withCategory(category, finding.confidence(), finding.evidence()))
                .orElse(soFar);
    }

    private static Optional<Category> categoryOf(Stage stage) {
        return switch (stage) {
            case APPLIED -> Optional.of(Category.APPLICATION_CONFIRMATION);
            case ASSESSMENT -> Optional.of(Category.ASSESSMENT);
            case SCREENING, INTERVIEW, FINAL_ROUND -> Optional.of(Category.INTERVIEW);
            case OFFER, HIRED -> Optional.of(Category.OFFER);
            case REJECTED -> Optional.of(Category.REJECTION);
            case WITHDRAWN -> Optional.empty();
        };
    }
}
