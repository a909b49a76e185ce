package io.countersign.ats.detection;

import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.Understanding.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hears the model beside the rules: it decides where they leave a stage open, and where it is nearly certain of another
 * one than they found. What rules say against a stage still counts. Immutable and thread-safe.
 */
final class SecondOpinion {
    private static final String DETECTOR = "stage-model";
    private static final double MOST = 0.9;
    private static final double WORTH_A_LOOK = 0.3;
    private static final double AGAINST = 5;

    /** From here on it is right more often than rules that found something else. */
    private static final double NEARLY_CERTAIN = 0.85;
    /** From here on a rule that found the opposite outcome is not believed either. */
    private static final double DOUBT = 0.7;

    /** How much likelier than no stage at all a stage must be in mail about an application. */
    private static final double BESIDE_NONE = 0.7;

    /** A rule that is surer than this is believed even if the model sees no stage. */
    private static final double SURE = 0.89;

    /** Fewer features than this say too little, unless something else says that the mail is about a job. */
    private static final int BRIEF = 30;

    private static final double LIKELY = 0.4;
    private static final double UNLIKELY = 0.1;
    private static final double HARDLY_WRONG = 0.95;

    /** What more it takes for the stages that most mail announces. */
    private static final double FREQUENT = 0.04;

    private static final double NO_STAGE_EXPECTED = 0.9;
    private static final double NO_STAGE_ELSE = 0.75;

    private final StageModel model;

    SecondOpinion(StageModel model) {
        this.model = model;
    }

    /** @param learned the model decided */
    record Opinion(StageFinding finding, boolean learned) {}

    /** @param expected somebody who hires or a system sent the mail: it takes less to believe a stage */
    Opinion of(StageFinding byRules, StageReading reading, Passage passage, boolean expected) {
        if (reading.isAboutSomethingElse()) {
            return new Opinion(byRules, false);
        }
        var wording = Wording.of(passage);
        var view = View.of(model.chances(wording));
        boolean brief = wording.size() < BRIEF;
        if (byRules.stage().isEmpty()) {
            boolean decides = (expected || !brief)
                    && isEnough(view, reading, expected)
                    && !isContested(byRules, view)
                    && reading.against(view.stage()) < AGAINST;
            return decides ? learned(view, wording, byRules) : new Opinion(byRules, false);
        }
        if (brief || byRules.confidence() >= SURE) {
            return new Opinion(byRules, false);
        }
        var found = kind(byRules.stage().get());
        boolean overrules = found != view.stage()
                && found != Stage.WITHDRAWN
                && view.chance() >= NEARLY_CERTAIN
                && !areOpposite(found, view.stage())
                && reading.against(view.stage()) < AGAINST;
        if (overrules) {
            return learned(view, wording, byRules);
        }
        boolean none = view.none() >= (expected ? NO_STAGE_EXPECTED : NO_STAGE_ELSE);
        boolean doubtful = none || (areOpposite(found, view.stage()) && view.doubts(found));
        return new Opinion(doubtful ? open(byRules, candidates(view, byRules)) : byRules, false);
    }

    /** What the model thinks: the likeliest stage, and no stage. */
    private record View(Stage stage, double chance, double none, List<StageModel.Chance> all) {
        static View of(List<StageModel.Chance> chances) {
            var best = chances.stream()
                    .filter(one -> one.stage().isPresent())
                    .findFirst()
                    .orElseThrow();
            return new View(best.stage().orElseThrow(), best.chance(), share(chances, Optional.empty()), chances);
        }

        /** True when it rather sees its own stage than the one that was found. */
        boolean doubts(Stage found) {
            return chance >= DOUBT || (chance >= LIKELY && share(all, Optional.of(found)) < UNLIKELY);
        }
    }

    private Opinion learned(View view, Set<String> wording, StageFinding byRules) {
        var evidence = model.reasons(wording, view.stage()).stream()
                .map(reason -> new Evidence(DETECTOR, reason, view.chance()))
                .toList();
        var finding = new StageFinding(
                Optional.of(view.stage()), Math.min(view.chance(), MOST), evidence, candidates(view, byRules));
        return new Opinion(finding, true);
    }

    /** True when rules saw the opposite too: that takes more than an opinion. */
    private static boolean isContested(StageFinding byRules, View view) {
        return view.chance() < HARDLY_WRONG
                && byRules.candidates().stream().anyMatch(candidate -> areOpposite(candidate, view.stage()));
    }

    private static Stage kind(Stage stage) {
        return stage.isInterview() ? Stage.INTERVIEW : stage == Stage.HIRED ? Stage.OFFER : stage;
    }

    private static boolean areOpposite(Stage a, Stage b) {
        return (a == Stage.REJECTED && isGood(b)) || (b == Stage.REJECTED && isGood(a));
    }

    private static boolean isGood(Stage stage) {
        return stage.isInterview() || stage == Stage.OFFER || stage == Stage.HIRED;
    }

    private static StageFinding open(StageFinding byRules, List<Stage> candidates) {
        return new StageFinding(Optional.empty(), 1 - byRules.confidence(), byRules.evidence(), candidates);
    }

    private static double share(List<StageModel.Chance> chances, Optional<Stage> stage) {
        return chances.stream()
                .filter(one -> one.stage().equals(stage))
                .mapToDouble(StageModel.Chance::chance)
                .sum();
    }

    /** What speaks against a confirmation, such as an alert or an approach, mostly speaks against a refusal too. */
    private static boolean isEnough(View view, StageReading reading, boolean expected) {
        boolean refusal = view.stage() == Stage.REJECTED;
        boolean doubtful = refusal && reading.against(Stage.APPLIED) >= AGAINST;
        boolean applied = reading.saw("job.applied-before");
        int words = reading.distinct("job.words");
        if (expected && !doubtful) {
            double frequent = refusal || view.stage() == Stage.APPLIED ? FREQUENT : 0;
            double enough = (words > 0 || applied ? LIKELY - 0.02 : 0.6) + frequent;
            return view.chance() >= enough && view.chance() >= view.none() * BESIDE_NONE;
        }
        // anybody can be refused, for a flat as for a contract: without a word about work that means nothing
        boolean unclear = words == 0 && !applied && refusal;
        double enough = applied ? 0.5 : words > 1 ? 0.65 : words == 1 ? 0.7 : 0.85;
        return !unclear && view.chance() >= enough + (doubtful ? 0.1 : 0);
    }

    private static List<Stage> candidates(View view, StageFinding byRules) {
        var candidates = new LinkedHashSet<Stage>();
        candidates.add(view.stage());
        candidates.addAll(byRules.candidates());
        view.all().stream()
                .filter(chance -> chance.chance() >= WORTH_A_LOOK)
                .forEach(chance -> chance.stage().ifPresent(candidates::add));
        return new ArrayList<>(candidates);
    }
}
