package io.countersign.ask.ui;

import static io.countersign.ask.llm.LoopbackServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ask.ModelFailure;
import io.countersign.ask.ModelSettings;
import io.countersign.ask.ModelSettings.Kind;
import io.countersign.ask.ModelSettings.Obstacle;
import io.countersign.ask.llm.LoopbackServer;
import io.countersign.ask.llm.Protocol;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.task.HeldTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelViewModelTest {
    private static final ModelSettings AWAY =
            new ModelSettings(true, Kind.OPENAI, "https://models.example.com/v1", "large", "");

    @TempDir
    private Path home;

    private ModelStage stage() {
        var stage = new ModelStage(home, new DirectTasks(), true);
        stage.model.load();
        return stage;
    }

    @Test
    void nothingIsSetUpAtFirst() {
        var stage = stage();
        assertThat(stage.state()).isEqualTo(new ModelState.Blocked(Obstacle.OFF));
        assertThat(stage.said()).contains("nothing is contacted");
        stage.model.attempt();
        assertThat(stage.state()).isEqualTo(new ModelState.Blocked(Obstacle.OFF));
    }

    @Test
    void whatIsChangedIsThereAtTheNextStart() {
        stage().model.change(_ -> AWAY);
        assertThat(stage().settings()).isEqualTo(AWAY);
    }

    @Test
    void anotherComputerIsAskedOnlyOnceThePersonAllowedIt() {
        var stage = stage();
        stage.model.change(_ -> AWAY);
        assertThat(stage.state()).isEqualTo(new ModelState.Blocked(Obstacle.NOT_AGREED));
        assertThat(stage.said()).startsWith("models.example.com is another computer.");
        stage.model.change(ModelSettings::agreed);
        assertThat(stage.state()).isEqualTo(new ModelState.Ready());
        assertThat(stage.said()).contains("go to models.example.com, as you allowed");
    }

    @Test
    void theAddressAfterItMustBeAllowedAnew() {
        var stage = stage();
        stage.model.change(_ -> AWAY.agreed());
        stage.model.change(
                now -> new ModelSettings(true, now.kind(), "https://other.example.com", "large", now.agreedAddress()));
        assertThat(stage.state()).isEqualTo(new ModelState.Blocked(Obstacle.NOT_AGREED));
    }

    @ParameterizedTest
    @EnumSource
    void aTrialShowsWhatTheModelSaysAndSendsNoMail(Protocol protocol) throws IOException {
        try (var server = new LoopbackServer((_, out) ->
                send(out, protocol.head() + protocol.piece("I am ") + protocol.piece("ready.\n") + protocol.end()))) {
            var stage = stage();
            stage.model.change(_ -> protocol.settings(server));
            stage.model.attempt();
            assertThat(stage.state()).isEqualTo(new ModelState.Answered("I am ready.", Duration.ZERO));
            assertThat(stage.said()).isEqualTo("It answered after 0.0 s: “I am ready.”");
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(Protocol.prompt(request))
                            .isEqualTo(
                                    "Answer with one short sentence.\nSay that you are ready to answer questions.\n"));
        }
    }

    @Test
    void aTrialThatFailsSaysWhy() throws IOException {
        try (var server = new LoopbackServer((_, out) -> send(out, LoopbackServer.head(404, "text/plain")))) {
            var stage = stage();
            stage.model.change(_ -> Protocol.OLLAMA.settings(server));
            stage.model.attempt();
            assertThat(stage.state()).isEqualTo(new ModelState.Failed(new ModelFailure.Refused(404)));
            assertThat(stage.said()).contains("has no model of this name");
        }
    }

    @Test
    void theResultOfATrialIsDroppedWhenTheSettingsChangedMeanwhile() throws IOException {
        var tasks = new HeldTasks();
        try (var server = new LoopbackServer((_, out) ->
                send(out, Protocol.OLLAMA.head() + Protocol.OLLAMA.piece("Ready.") + Protocol.OLLAMA.end()))) {
            var stage = new ModelStage(home, tasks, true);
            stage.model.change(_ -> Protocol.OLLAMA.settings(server));
            stage.model.attempt();
            assertThat(stage.state()).isEqualTo(new ModelState.Trying());
            stage.model.change(_ -> AWAY);
            tasks.runAll();
            assertThat(stage.state()).isEqualTo(new ModelState.Blocked(Obstacle.NOT_AGREED));
        }
    }

    @Test
    void settingsThatCannotBeKeptAreNotShownAsKept() throws IOException {
        var tasks = new DirectTasks();
        var stage = new ModelStage(Files.createFile(home.resolve("file")), tasks, true);
        stage.model.change(_ -> AWAY);
        assertThat(tasks.failures()).hasSize(1);
        assertThat(stage.settings()).isEqualTo(ModelSettings.OFF);
    }

    @Test
    void aKeyIsKeptInTheKeyringAndInNoFile() throws IOException {
        var stage = stage();
        stage.model.change(_ -> AWAY);
        stage.model.keep("sk-secret-4711");
        assertThat(stage.key.find()).contains("sk-secret-4711");
        assertThat(stage.toasts.said()).containsExactly("The key is kept in the system’s keyring");
        assertThat(Files.readString(home.resolve("language-model.json"))).doesNotContain("4711");
        stage.model.forgetKey();
        assertThat(stage.key.find()).isEmpty();
    }

    @Test
    void aSystemWithoutAKeyringSaysWhereElseTheKeyCanBe() {
        var stage = new ModelStage(home, new DirectTasks(), false);
        stage.model.keep("sk-secret-4711");
        assertThat(stage.toasts.said()).singleElement().asString().contains("COUNTERSIGN_LLM_KEY");
    }
}
