package io.countersign.ats.joining;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationDecision;
import io.countersign.ats.ApplicationDecision.Dismiss;
import io.countersign.ats.ApplicationDecision.Merge;
import io.countersign.ats.ApplicationDecision.Rename;
import io.countersign.ats.ApplicationDecision.Split;
import io.countersign.ats.ApplicationDecisions.Decided;
import io.countersign.ats.ApplicationId;
import io.countersign.mail.AtsMails.AtsMail;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the joining of any mails. */
class ApplicationJoinerPropertyTest {
    private final ApplicationJoiner joiner = new ApplicationJoiner(ZoneOffset.UTC);

    private JoinedApplications join(List<AtsMail> mails, List<Decided> decisions) {
        return joiner.join(new JoinInput(mails, decisions, List.of()));
    }

    private static List<AtsMail> mails(JobSearch search) {
        return search.letters().stream().map(Letter::mail).toList();
    }

    private static Set<Set<Long>> sets(JoinedApplications joined) {
        return joined.applications().stream()
                .map(application -> Set.copyOf(application.messageIds()))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyApplicationOfAJobSearchIsFoundWhole(long seed) {
        var search = JobSearch.of(seed, 200);

        assertThat(sets(join(mails(search), List.of()))).isEqualTo(Set.copyOf(search.truth()));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void theOrderOfTheInputDoesNotMatter(long seed) {
        var random = new Random(seed);
        var mails = new ArrayList<>(mails(JobSearch.of(seed, 80)));
        var decisions = decisions(join(mails, List.of()), random, 25);
        var expected = join(mails, decisions);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(mails, random);
            assertThat(join(mails, decisions)).usingRecursiveComparison().isEqualTo(expected);
        }
    }

    /** Whatever a person says, each mail is in one application at most, and none is lost that nobody dismissed. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void noDecisionLosesOrDoublesAMail(long seed) {
        var random = new Random(seed);
        var mails = mails(JobSearch.of(seed, 60));
        var all = joined(join(mails, List.of()));
        var decisions = new ArrayList<Decided>();
        for (int i = 1; i <= 40; i++) {
            var before = join(mails, decisions);
            decisions.addAll(one(before, random, i, false).stream().toList());
            var after = join(mails, decisions);
            assertThat(after.applications().stream()
                            .mapToInt(one -> one.messageIds().size())
                            .sum())
                    .isEqualTo(joined(after).size());
            assertThat(joined(after)).isEqualTo(all);
        }
    }

    private static Set<Long> joined(JoinedApplications joined) {
        return joined.applications().stream()
                .flatMap(application -> application.messageIds().stream())
                .collect(Collectors.toSet());
    }

    /** Merging then splitting the same mails off again gives what there was. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36})
    void aSplitTakesAMergeBackAndAMergeASplit(long seed) {
        var random = new Random(seed);
        var mails = mails(JobSearch.of(seed, 40));
        var before = join(mails, List.of());
        var applications = before.applications();
        var one = applications.get(random.nextInt(applications.size()));
        var other = applications.get((applications.indexOf(one) + 1) % applications.size());
        var merge = new Decided(1, Letter.day(400), merge(before, one, other));

        var merged = join(mails, List.of(merge));
        assertThat(merged.find(other.id())).isEqualTo(merged.find(one.id()));
        assertThat(merged.find(one.id()).orElseThrow().id()).isEqualTo(one.id());
        assertThat(merged.find(one.id()).orElseThrow().company()).isEqualTo(one.company());
        assertThat(sets(merged)).hasSize(applications.size() - 1);

        var rest = new HashSet<>(merged.partsOf(merged.find(one.id()).orElseThrow()));
        var moved = before.partsOf(other);
        rest.removeAll(moved);
        var split = new Decided(2, Letter.day(401), new Split(moved, rest));
        assertThat(sets(join(mails, List.of(merge, split)))).isEqualTo(sets(before));

        var again = new Decided(3, Letter.day(402), merge(before, one, other));
        assertThat(sets(join(mails, List.of(merge, split, again)))).isEqualTo(sets(merged));
    }

    private static List<Decided> decisions(JoinedApplications joined, Random random, int count) {
        var decisions = new ArrayList<Decided>();
        for (int i = 1; i <= count; i++) {
            decisions.addAll(one(joined, random, i, true));
        }
        return decisions;
    }

    private static List<Decided> one(JoinedApplications joined, Random random, int number, boolean mayDismiss) {
        var applications = joined.applications();
        var one = applications.get(random.nextInt(applications.size()));
        var other = applications.get(random.nextInt(applications.size()));
        var parts = joined.partsOf(one).stream()
                .sorted(Comparator.comparing(ApplicationId::toString))
                .toList();
        return switch (random.nextInt(mayDismiss ? 4 : 3)) {
            case 0 -> one.id().equals(other.id()) ? List.of() : decided(number, merge(joined, one, other));
            case 1 ->
                parts.size() < 2 ? List.of() : decided(number, split(parts, 1 + random.nextInt(parts.size() - 1)));
            case 2 -> decided(number, new Rename(one.id(), "Renamed " + number, "Role " + number));
            default -> decided(number, new Dismiss(Set.copyOf(parts)));
        };
    }

    private static Merge merge(JoinedApplications joined, Application kept, Application other) {
        var parts = new HashSet<>(joined.partsOf(kept));
        parts.addAll(joined.partsOf(other));
        return new Merge(kept.id(), parts, kept.company(), kept.role());
    }

    private static ApplicationDecision split(List<ApplicationId> parts, int at) {
        return new Split(Set.copyOf(parts.subList(0, at)), Set.copyOf(parts.subList(at, parts.size())));
    }

    private static List<Decided> decided(int number, ApplicationDecision decision) {
        return List.of(new Decided(number, Letter.day(400 + number), decision));
    }
}
