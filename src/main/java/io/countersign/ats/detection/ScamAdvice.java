package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import io.countersign.classify.SenderProof;
import io.countersign.mail.Category;
import io.countersign.mail.Understanding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows what to check in mail of recruiters that looks wrong, by {@code ats/advice.txt}. Immutable and thread-safe. */
public final class ScamAdvice {
    private static final String ALWAYS = "always";

    private final Map<String, List<String>> beginnings = new LinkedHashMap<>();
    private final RecruiterScam scam;

    ScamAdvice(DataFile advice, RecruiterScam scam) {
        for (var section : advice.sections()) {
            section.at().require(!section.lines().isEmpty(), "A check needs a reason or 'always'");
            beginnings.put(
                    section.name(),
                    section.lines().stream().map(DataFile.Line::text).toList());
        }
        this.scam = scam;
    }

    /** Reads the data files; a broken one throws {@code CountersignException.Invalid}. */
    public static ScamAdvice load() {
        return new ScamAdvice(
                DataFile.resource("ats", "advice.txt"), new RecruiterScam(DataFile.resource("ats", "scam.txt")));
    }

    /** What to say about a mail; empty unless it is about work and its risk is {@link RecruiterRisk#NOTEWORTHY}. */
    public Optional<RecruiterRisk> of(Understanding mail, SenderProof proof) {
        boolean noteworthy = mail.riskScore() >= RecruiterRisk.NOTEWORTHY && isOfRecruiter(mail);
        return noteworthy
                ? Optional.of(
                        new RecruiterRisk(mail.riskScore(), mail.riskReasons(), checks(mail.riskReasons()), proof))
                : Optional.empty();
    }

    /** Hostile mail is no longer of a kind of work, but what gave it away may be. */
    private boolean isOfRecruiter(Understanding mail) {
        return (mail.category().isJobSearch() && mail.category() != Category.JOB_ALERT)
                || mail.riskReasons().stream().anyMatch(scam::isReason);
    }

    private List<String> checks(List<String> reasons) {
        return beginnings.entrySet().stream()
                .filter(check -> check.getValue().stream().anyMatch(start -> begins(reasons, start)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean begins(List<String> reasons, String start) {
        return start.equals(ALWAYS) || reasons.stream().anyMatch(reason -> reason.startsWith(start));
    }
}
