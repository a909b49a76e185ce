package io.countersign.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzySearchTest {
    private static final List<String> NAMES = List.of(
            "Go to Approvals", "Go to Activity", "Switch between light and dark", "Smaller text", "Go to Settings");

    @Test
    void nothingTypedFindsEverythingInOrder() {
        assertThat(find("")).isEqualTo(NAMES);
    }

    @Test
    void lettersInOrderFindAndStartsOfWordsWin() {
        assertThat(find("gta")).startsWith("Go to Approvals").contains("Go to Activity");
        assertThat(find("set").getFirst()).isEqualTo("Go to Settings");
        assertThat(find("DARK")).containsExactly("Switch between light and dark");
        assertThat(find("st").getFirst()).isEqualTo("Smaller text");
    }

    @Test
    void lettersInTheWrongOrderFindNothing() {
        assertThat(find("krad")).isEmpty();
    }

    private static List<String> find(String query) {
        return FuzzySearch.find(query, NAMES, n -> n);
    }
}
