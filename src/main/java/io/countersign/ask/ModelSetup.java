package io.countersign.ask;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where the language model is set up. Blocking and thread-safe.
 *
 * @param models the model behind some settings; empty while something keeps it from being asked
 */
public record ModelSetup(
        ModelSettingsFile file, ModelKey key, Function<ModelSettings, Optional<LanguageModel>> models) {}
