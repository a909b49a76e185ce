package io.countersign.policy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.policy.Action;
import io.countersign.policy.DefaultPolicies;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stored policies give back, on both databases. */
abstract class PolicyRepositoryContract {
    private final Database database = open();
    private final JdbcPolicyRepository policies = new JdbcPolicyRepository(database, Clock.systemUTC(), "me");

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    private static Policy policy(String name, int priority) {
        return new Policy(
                0,
                0,
                name,
                "Because.",
                true,
                priority,
                new PolicyJson().condition("{\"eq\":[\"category\",\"promotion\"]}"),
                new Action.CreateTask(Optional.of("Look"), Optional.of(2)),
                0.6,
                true);
    }

    @Test
    void policiesComeBackAsTheyWereStoredInTheOrderOfPriority() {
        var stored = policies.add(List.of(policy("second", 20), policy("first", 10)));

        assertThat(policies.all()).containsExactly(stored.get(1), stored.get(0));
        assertThat(policies.find(stored.getFirst().id())).contains(stored.getFirst());
        assertThat(policies.find(999)).isEmpty();
        assertThat(stored.getFirst().condition()).isEqualTo(policy("x", 1).condition());
    }

    @Test
    void everyDefaultPolicyCanBeStored() {
        var defaults = DefaultPolicies.load(new PolicyJson());

        assertThat(policies.add(defaults))
                .extracting(Policy::condition)
                .isEqualTo(defaults.stream().map(Policy::condition).toList());
    }

    @Test
    void anUpdateRaisesTheVersionAndRefusesAStaleOne() {
        var stored = policies.add(List.of(policy("one", 10))).getFirst();

        var updated = policies.update(stored);

        assertThat(updated.version()).isEqualTo(stored.version() + 1);
        assertThat(policies.find(stored.id())).contains(updated);
        assertThatThrownBy(() -> policies.update(stored)).isInstanceOf(CountersignException.Stale.class);
    }

    @Test
    void aRemovedPolicyIsGone() {
        var stored = policies.add(List.of(policy("one", 10))).getFirst();

        assertThat(policies.remove(stored.id())).isTrue();
        assertThat(policies.remove(stored.id())).isFalse();
        assertThat(policies.all()).isEmpty();
    }

    @Test
    void aPersonWhoRemovedTheDefaultsIsNotGivenThemAgain() {
        var installer = new DefaultPolicyInstaller(database, policies, Clock.systemUTC());
        assertThat(installer.installIfEmpty(List.of(policy("one", 10)))).hasSize(1);

        assertThat(installer.installIfEmpty(List.of(policy("one", 10)))).isEmpty();
        policies.remove(policies.all().getFirst().id());
        assertThat(installer.installIfEmpty(List.of(policy("one", 10)))).isEmpty();
    }
}
