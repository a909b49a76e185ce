package io.countersign.search.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.search.SearchDesk.SavedSearch;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Searches that were kept, on both databases. */
abstract class SavedSearchesContract {
    private final Database database = open();
    private final JdbcSavedSearches saved = new JdbcSavedSearches(database, "ann@example.org");

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsKeptComesBackInItsOrder() {
        var offers = saved.save(" Offers ", "stage:offer -\"not now\"", Mode.PLAIN);
        var meetups = saved.save("Meetups", "meetup*", Mode.NETWORKING);

        assertThat(offers.name()).isEqualTo("Offers");
        assertThat(saved.all()).containsExactly(offers, meetups);
        assertThat(meetups).isEqualTo(new SavedSearch(meetups.id(), "Meetups", "meetup*", Mode.NETWORKING));
    }

    @Test
    void oneOfTheSameNameIsReplacedWhateverItsCase() {
        var first = saved.save("Größe", "one", Mode.PLAIN);
        saved.save("Other", "two", Mode.PLAIN);

        var second = saved.save("GRÖSSE", "three", Mode.MONEY);

        assertThat(second).isEqualTo(new SavedSearch(first.id(), "GRÖSSE", "three", Mode.MONEY));
        assertThat(saved.all()).extracting(SavedSearch::query).containsExactly("three", "two");
    }

    @Test
    void eachPersonHasTheirOwn() {
        var mine = saved.save("Offers", "stage:offer", Mode.PLAIN);
        var others = new JdbcSavedSearches(database, "bob@example.org");
        others.save("Offers", "offer", Mode.PLAIN);

        others.remove(mine.id());
        assertThat(saved.all()).containsExactly(mine);

        saved.remove(mine.id());
        assertThat(saved.all()).isEmpty();
        assertThat(others.all()).hasSize(1);
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        assertThatThrownBy(() -> saved.save("  ", "x", Mode.PLAIN)).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> saved.save("n".repeat(201), "x", Mode.PLAIN))
                .isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> saved.save("n", "x".repeat(2001), Mode.PLAIN))
                .isInstanceOf(CountersignException.Invalid.class);
        assertThat(saved.all()).isEmpty();
    }
}
