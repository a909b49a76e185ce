package io.countersign.ats.detection;

import io.countersign.classify.CalendarWords;
import io.countersign.classify.DataFile;
import io.countersign.classify.DomainLists;
import io.countersign.classify.EventFinder;
import io.countersign.classify.MomentFinder;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All detectors of job mail, compiled from the data files. Immutable and thread-safe. */
record AtsDetection(
        JobGate gate,
        AtsDetector detector,
        OwnWords ownWords,
        StageRules rules,
        StageDetector stages,
        SecondOpinion opinion,
        NameWords names,
        EmployerFinder employers,
        RoleFinder roles,
        IdFinder ids,
        InterviewDates dates,
        Deadlines deadlines,
        RecruiterScam scam) {
    private static final String SYSTEMS = "systems.txt";
    private static final String NAMES = "names.txt";
    private static final String GATE = "gate.txt";
    private static final String BODY = "body.txt";
    private static final String SCAM = "scam.txt";
    private static final String TIMES = "times.txt";
    private static final String DEADLINES = "deadlines.txt";
    private static final String CALIBRATION = "calibration.txt";
    private static final String MODEL = "stage-model.txt";
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    /** Names of the data files, below {@code /ats}. */
    static List<String> dataFiles() {
        var others = List.of(SYSTEMS, NAMES, GATE, BODY, SCAM, TIMES, DEADLINES, CALIBRATION, MODEL);
        return Stream.concat(others.stream(), LANGUAGES.stream().map(AtsDetection::stages))
                .toList();
    }

    private static String stages(String language) {
        return "stages_" + language + ".txt";
    }

    static AtsDetection fromResources() {
        var systems = new RelaySystems(file(SYSTEMS));
        var names = new NameWords(file(NAMES));
        var calendar = CalendarWords.with();
        var detector = new AtsDetector(systems, names, mailProviders());
        var rules = new StageRules(
                LANGUAGES.stream().map(language -> file(stages(language))).toList());
        return new AtsDetection(
                new JobGate(file(GATE), detector),
                detector,
                ownWordsFromResources(),
                rules,
                new StageDetector(rules, new Calibration(file(CALIBRATION))),
                new SecondOpinion(new StageModel(file(MODEL))),
                names,
                new EmployerFinder(names, systems),
                new RoleFinder(names),
                new IdFinder(),
                new InterviewDates(new EventFinder(calendar), new TalkTimes(new MomentFinder(calendar), file(TIMES))),
                new Deadlines(calendar, file(DEADLINES)),
                new RecruiterScam(file(SCAM)));
    }

    static List<String> languages() {
        return LANGUAGES;
    }

    static OwnWords ownWordsFromResources() {
        return new OwnWords(file(BODY));
    }

    static Set<String> mailProviders() {
        return DomainLists.load().list("freemail");
    }

    private static DataFile file(String name) {
        return DataFile.resource("ats", name);
    }
}
