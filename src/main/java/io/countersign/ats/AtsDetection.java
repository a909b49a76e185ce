package io.countersign.ats;

import io.countersign.classify.CalendarWords;
import io.countersign.classify.DataFile;
import io.countersign.classify.EventFinder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All detectors of job mail, compiled from the data files. Immutable and thread-safe. */
record AtsDetection(
        JobGate gate,
        AtsDetector detector,
        OwnWords ownWords,
        StageRules rules,
        StageDetector stages,
        NameWords names,
        EmployerFinder employers,
        RoleFinder roles,
        IdFinder ids,
        InterviewDates dates,
        RecruiterScam scam) {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    static AtsDetection fromResources() {
        var systems = new RelaySystems(file("systems.txt"));
        var names = new NameWords(file("names.txt"));
        var detector = new AtsDetector(systems, names, mailProviders());
        var rules = new StageRules(LANGUAGES.stream()
                .map(language -> file("stages_" + language + ".txt"))
                .toList());
        return new AtsDetection(
                new JobGate(file("gate.txt"), detector),
                detector,
                new OwnWords(file("body.txt")),
                rules,
                new StageDetector(rules),
                names,
                new EmployerFinder(names, systems),
                new RoleFinder(names),
                new IdFinder(),
                new InterviewDates(new EventFinder(CalendarWords.with())),
                new RecruiterScam(file("scam.txt")));
    }

    private static Set<String> mailProviders() {
        return DataFile.resource("classify", "domains.txt").sections().stream()
                .filter(section -> section.name().equals("freemail"))
                .flatMap(section -> section.lines().stream())
                .flatMap(line -> Stream.of(line.text().split("\\s+", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static DataFile file(String name) {
        return DataFile.resource("ats", name);
    }
}
