package io.countersign.ask.ui;

import io.countersign.ask.ModelFailure;
import io.countersign.ask.ModelSettings;
import io.countersign.ask.ModelSettings.Kind;
import io.countersign.ask.ModelSettings.Obstacle;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.net.URI;
import java.util.Optional;

/** The settings of the language model in the person's words. */
public record ModelWords(Texts texts, Formats formats) {
    private static final String OLLAMA_ADDRESS = "http://localhost:11434"; // the port it documents

    /** Where a server of this kind mostly is; empty when there is no such place. */
    static String usualAddress(Kind kind) {
        return kind == Kind.OLLAMA ? OLLAMA_ADDRESS : "";
    }

    String promptAddress(Kind kind) {
        return kind == Kind.OLLAMA ? OLLAMA_ADDRESS : "http://localhost:8080/v1";
    }

    String promptModel(Kind kind) {
        return texts.get(kind == Kind.OLLAMA ? "settings.model.name.ollama" : "settings.model.name.openai");
    }

    String state(ModelState state, ModelSettings settings) {
        return switch (state) {
            case ModelState.Blocked(var why) -> blocked(why, settings);
            case ModelState.Ready _ ->
                settings.leavesComputer()
                        ? texts.get("settings.model.ready.away", host(settings))
                        : texts.get("settings.model.ready.here");
            case ModelState.Trying _ -> texts.get("settings.model.trying");
            case ModelState.Answered(var text, var after) ->
                texts.get("settings.model.answered", formats.decimal(after.toMillis() / 1000.0, 1), text);
            case ModelState.Failed(var why) -> failed(why);
        };
    }

    private String blocked(Obstacle why, ModelSettings settings) {
        return switch (why) {
            case OFF -> texts.get("settings.model.off");
            case NO_MODEL -> texts.get("settings.model.no.name");
            case BAD_ADDRESS -> texts.get("settings.model.bad.address");
            case NOT_AGREED -> texts.get("settings.model.not.agreed", host(settings));
        };
    }

    private String failed(ModelFailure why) {
        return texts.get(
                why.messageKey().replace("ask.model.", "settings.model.failed."),
                why.arguments().toArray());
    }

    /** Only of an address that was found good. */
    private static String host(ModelSettings settings) {
        return URI.create(settings.address()).getHost();
    }

    /** What the button beside the state does; empty when there is nothing to press. */
    Optional<String> step(ModelState state) {
        return switch (state) {
            case ModelState.Blocked(var why) ->
                why == Obstacle.NOT_AGREED ? Optional.of(texts.get("settings.model.agree")) : Optional.empty();
            case ModelState.Ready _ -> Optional.of(texts.get("settings.model.try"));
            case ModelState.Trying _ -> Optional.of(texts.get("settings.model.stop"));
            case ModelState.Answered _, ModelState.Failed _ -> Optional.of(texts.get("settings.model.again"));
        };
    }
}
