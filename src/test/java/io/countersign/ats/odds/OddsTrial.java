package io.countersign.ats.odds;

import io.countersign.ats.Application;
import io.countersign.ats.GhostingRisk;
import io.countersign.ats.odds.HazardWorld.Through;
import io.countersign.mail.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Compares forecasts of an answer within 14 days in a world whose hazards are known. Seeded. */
public final class OddsTrial {
    /** After so many days a silence counts as endless when it is compared how long silences last. */
    private static final int END = 120;

    private static final int YEAR = 365;

    private static final List<Stage> PATH =
            List.of(Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEW, Stage.FINAL_ROUND, Stage.OFFER);

    private final HazardWorld world;
    private final Random random;
    private long number;

    /** A silence at a moment, and how long it went on from there. */
    public record Moment(Application application, Through through, double at, double truth, int more) {
        boolean isAnswered() {
            return more < ReplyOdds.WINDOW_DAYS;
        }
    }

    /** How good forecasts were: lower is better for Brier's score, higher for Harrell's C. */
    public record Score(double brier, double c) {
        Score plus(Score other) {
            return new Score(brier + other.brier, c + other.c);
        }

        Score times(double factor) {
            return new Score(brier * factor, c * factor);
        }
    }

    public OddsTrial(HazardWorld world, long seed) {
        this.world = world;
        this.random = new Random(seed);
    }

    /** So many applications begun within a year, as they stand at its end. */
    public List<Application> history(int count) {
        var all = new ArrayList<Application>(count);
        for (int i = 0; i < count; i++) {
            all.add(application(random.nextInt(YEAR), YEAR));
        }
        return all;
    }

    private Application application(int start, int end) {
        var through = world.systems().get(random.nextInt(world.systems().size()));
        var timeline = Timelines.empty(++number).system(through.system()).stage(start, Stage.APPLIED);
        double at = start;
        for (int step = 0; step < PATH.size(); step++) {
            var followUps = followUps();
            int limit = (int) Math.max(0, Math.min(END, end - at));
            int days = world.wait(PATH.get(step), through, 0, limit, followUps, random);
            double base = at;
            int last = days;
            followUps.stream()
                    .filter(day -> day <= last && base + day + 0.01 < end)
                    .forEach(day -> timeline.followUp(base + day + 0.01));
            if (days == limit) {
                return timeline.until(end);
            }
            at += days + 0.5 + random.nextDouble() / 3;
            if (step == PATH.size() - 1 || random.nextDouble() < 0.5) {
                return timeline.stage(at, Stage.REJECTED).until(end);
            }
            timeline.stage(at, PATH.get(step + 1));
        }
        return timeline.until(end);
    }

    private List<Integer> followUps() {
        if (random.nextDouble() >= world.wantsNews()) {
            return List.of();
        }
        int first = 7 + random.nextInt(8);
        return random.nextBoolean() ? List.of(first) : List.of(first, first + 7 + random.nextInt(5));
    }

    /** Silences at random moments of theirs; the person asks no more after that. */
    public List<Moment> moments(int count) {
        var all = new ArrayList<Moment>(count);
        while (all.size() < count) {
            moment().ifPresent(all::add);
        }
        return all;
    }

    private Optional<Moment> moment() {
        var through = world.systems().get(random.nextInt(world.systems().size()));
        int step = Math.min(random.nextInt(6), 4);
        step = random.nextBoolean() ? 0 : step;
        var stage = PATH.get(step);
        int silent = random.nextInt(46);
        var followUps = followUps().stream().filter(day -> day < silent).toList();
        if (world.wait(stage, through, 0, silent, followUps, random) < silent) {
            return Optional.empty();
        }
        var timeline = Timelines.applied(++number).system(through.system());
        double at = 0;
        for (int i = 1; i <= step; i++) {
            at += 9;
            boolean dated = i >= 2 && random.nextBoolean();
            timeline = dated ? timeline.talk(at, PATH.get(i), at + 0.1) : timeline.stage(at, PATH.get(i));
        }
        double base = at;
        for (int day : followUps) {
            timeline.followUp(base + day + 0.2);
        }
        var spell = new Spell(stage, Optional.empty(), END, false, followUps);
        double none = 1;
        for (int day = silent; day < silent + ReplyOdds.WINDOW_DAYS; day++) {
            none *= 1 - world.hazard(stage, through, day, spell.isAsked(day));
        }
        int until = world.wait(stage, through, silent, silent + END, followUps, random);
        return Optional.of(new Moment(timeline.build(), through, base + silent + 0.3, 1 - none, until - silent));
    }

    /** How good these forecasts are at those moments. */
    public static Score score(List<Moment> moments, ToDoubleFunction<Moment> forecast) {
        var said = moments.stream().mapToDouble(forecast).toArray();
        double brier = 0;
        for (int i = 0; i < said.length; i++) {
            double miss = said[i] - (moments.get(i).isAnswered() ? 1 : 0);
            brier += miss * miss;
        }
        return new Score(brier / said.length, concordance(moments, said));
    }

    private static double concordance(List<Moment> moments, double[] said) {
        double right = 0;
        long pairs = 0;
        for (int i = 0; i < said.length; i++) {
            for (int j = 0; j < said.length; j++) {
                int first = moments.get(i).more();
                if (first < END && first < moments.get(j).more()) {
                    pairs++;
                    right += said[i] > said[j] ? 1 : said[i] == said[j] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }

    /** What the model says. */
    public static ToDoubleFunction<Moment> forecast(ReplyOdds odds) {
        return moment -> {
            var now = Timelines.day(moment.at());
            return odds.chance(
                    Silence.of(moment.application(), now), moment.application().system(), now);
        };
    }

    /** Answered until the ladder's day, else not. */
    public static double ladderStep(Moment moment) {
        var now = Timelines.day(moment.at());
        var silence = Silence.of(moment.application(), now);
        return silence.days(now) <= Ladder.days(silence.stage()) ? 0.9 : 0.1;
    }

    /** One less the documented risk. */
    public static double formula(Moment moment) {
        var state = moment.application().state();
        return 1
                - GhostingRisk.of(
                        Optional.of(state.stage()),
                        state.lastStageChange(),
                        state.interviewDate(),
                        Timelines.day(moment.at()));
    }

    /** What this history teaches at its end. */
    public static ReplyOdds learned(List<Application> history) {
        var now = Timelines.day(YEAR);
        return ReplyOdds.learnedFrom(history.stream()
                .flatMap(application -> Spell.of(application, now).stream())
                .toList());
    }
}
