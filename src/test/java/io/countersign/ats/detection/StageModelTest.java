package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.countersign.classify.DataFile;
import io.countersign.mail.Stage;
import io.countersign.shared.CountersignException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageModelTest {
    private static final String HEAD = "[weights]\n* | 100 0 0 0 0 0 0 0\n";

    @Test
    void theStageWhoseWordsAreThereIsTheLikeliestAndChancesAddUpToOne() {
        var model = model("regret | 100 0 0 0 0 0 400 0\nthank | 100 0 300 0 0 0 100 0\n");

        var chances = model.chances(Set.of("regret", "thank"));

        assertThat(chances.getFirst().stage()).contains(Stage.REJECTED);
        assertThat(chances.stream().mapToDouble(StageModel.Chance::chance).sum())
                .isEqualTo(1, within(1e-9));
    }

    @Test
    void wordsThatItNeverSawMakeItLessSure() {
        var model = model("regret | 100 0 0 0 0 0 400 0\n");

        double alone = model.chances(Set.of("regret")).getFirst().chance();
        double among =
                model.chances(Set.of("regret", "fjord", "kayak")).getFirst().chance();

        assertThat(among).isLessThan(alone);
    }

    @Test
    void withoutAnyWordEveryStageIsAsLikelyAsItsBias() {
        var chances = model("").chances(Set.of());

        assertThat(chances).allSatisfy(one -> assertThat(one.chance()).isEqualTo(1.0 / 7, within(1e-9)));
    }

    @Test
    void itsReasonsAreTheWordsThatSpeakForTheStageStrongestFirst() {
        var model = model("sorry | 100 0 0 0 0 0 90 0\nregret | 100 0 0 0 0 0 400 0\nglad | 100 0 0 0 0 0 -50 0\n");

        assertThat(model.reasons(Set.of("glad", "sorry", "regret", "fjord"), Stage.REJECTED))
                .containsExactly("regret", "sorry");
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> model("regret | 100 0 0 x 0 0 0 0\n"))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("stage-model.txt");
        assertThatThrownBy(() -> model("regret | 100\n")).isInstanceOf(CountersignException.Invalid.class);
    }

    @Test
    void theShippedModelKnowsARefusalFromAnInvitationInWordsOfItsOwn() {
        var model = new StageModel(DataFile.resource("ats", "stage-model.txt"));

        assertThat(best(model, "unfortunately we have decided to go with another candidate"))
                .contains(Stage.REJECTED);
        assertThat(best(model, "we would like to invite you to an interview next week"))
                .contains(Stage.INTERVIEW);
    }

    private static Optional<Stage> best(StageModel model, String text) {
        return model.chances(Wording.ofPhrase(text)).getFirst().stage();
    }

    private static StageModel model(String lines) {
        return new StageModel(DataFile.parse("stage-model.txt", HEAD + lines));
    }
}
