package io.countersign.ats.odds;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationSource;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How far applications come, and how long answers take. Pure and immutable.
 *
 * @param applications how many there are; with none, every list but {@code steps} is empty
 * @param steps one for each stage in the order of a hiring process, {@link Stage#HIRED} last
 * @param byStage for each stage at which an answer was awaited, in their order
 * @param bySystem by the system's id, the one with the most silences first
 * @param bySource in the order of {@link ApplicationSource}
 */
public record Funnel(
        int applications,
        List<Step> steps,
        List<ResponseTime<Stage>> byStage,
        List<ResponseTime<String>> bySystem,
        List<ResponseTime<ApplicationSource>> bySource) {
    /** Shares and medians of fewer than so many are thin: they are shown as such. */
    public static final int THIN = 5;

    static final List<Stage> STAGES = List.of(
            Stage.APPLIED,
            Stage.ASSESSMENT,
            Stage.SCREENING,
            Stage.INTERVIEW,
            Stage.FINAL_ROUND,
            Stage.OFFER,
            Stage.HIRED);

    public Funnel {
        steps = List.copyOf(steps);
        byStage = List.copyOf(byStage);
        bySystem = List.copyOf(bySystem);
        bySource = List.copyOf(bySource);
    }

    /**
     * How many applications came to a stage.
     *
     * @param reached those that came so far or further; a stage that was skipped counts as reached
     * @param next those of them that reached the next step
     * @param open those whose furthest stage it is and that have not ended
     * @param ended those whose furthest stage it was when they were rejected or withdrawn
     */
    public record Step(Stage stage, int reached, int next, int open, int ended) {
        /** The share that reached the next step, 0..1; empty when none came here, and for the last step. */
        public Optional<Double> conversion() {
            return reached == 0 || stage == Stage.HIRED ? Optional.empty() : Optional.of((double) next / reached);
        }

        /** True when the share is of too few to mean much. */
        public boolean isThin() {
            return reached < THIN;
        }
    }

    /**
     * How long the other side took to answer.
     *
     * @param answers silences that it ended
     * @param unanswered silences that still last or that the person ended
     * @param medianDays the median wait of those that were answered, in days; empty when none was
     */
    public record ResponseTime<T>(T group, int answers, int unanswered, Optional<Double> medianDays) {
        /** True when the median is of too few to mean much. */
        public boolean isThin() {
            return answers < THIN;
        }
    }

    private record Wait(Application application, Spell spell) {}

    /** The funnel of these applications at a time. */
    public static Funnel of(Collection<Application> applications, Instant now) {
        var waits = new ArrayList<Wait>();
        for (var application : applications) {
            Spell.of(application, now).forEach(spell -> waits.add(new Wait(application, spell)));
        }
        var bySystem = times(waits, wait -> wait.spell().system());
        bySystem.sort(Comparator.comparingInt((ResponseTime<String> time) -> -time.answers() - time.unanswered())
                .thenComparing(ResponseTime::group));
        return new Funnel(
                applications.size(),
                steps(applications),
                times(waits, wait -> Optional.of(wait.spell().stage())),
                bySystem,
                times(waits, wait -> Optional.of(wait.application().source())));
    }

    private static List<Step> steps(Collection<Application> applications) {
        var steps = new ArrayList<Step>();
        int next = 0;
        for (var stage : STAGES.reversed()) {
            int here = 0;
            int open = 0;
            int ended = 0;
            for (var application : applications) {
                if (furthest(application) == stage) {
                    here++;
                    boolean over = application.state().stage().isTerminal();
                    open += over ? 0 : 1;
                    ended += over && stage != Stage.HIRED ? 1 : 0;
                }
            }
            steps.addFirst(new Step(stage, here + next, next, open, ended));
            next += here;
        }
        return steps;
    }

    static Stage furthest(Application application) {
        var state = application.state();
        return state.stage() == Stage.HIRED
                ? Stage.HIRED
                : state.stage().isTerminal() ? state.furthest() : state.stage();
    }

    private static <T extends Comparable<T>> List<ResponseTime<T>> times(
            List<Wait> waits, Function<Wait, Optional<T>> group) {
        Map<T, List<Spell>> groups = new TreeMap<>();
        for (var wait : waits) {
            group.apply(wait)
                    .ifPresent(key ->
                            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(wait.spell()));
        }
        var times = new ArrayList<ResponseTime<T>>();
        groups.forEach((key, spells) -> times.add(time(key, spells)));
        return times;
    }

    private static <T> ResponseTime<T> time(T group, List<Spell> spells) {
        var days = spells.stream()
                .filter(Spell::answered)
                .mapToInt(Spell::days)
                .sorted()
                .toArray();
        int half = days.length / 2;
        Optional<Double> median = days.length == 0
                ? Optional.empty()
                : Optional.of(days.length % 2 == 1 ? days[half] : (days[half - 1] + days[half]) / 2.0);
        return new ResponseTime<>(group, days.length, spells.size() - days.length, median);
    }
}
