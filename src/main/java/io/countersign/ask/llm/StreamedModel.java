package io.countersign.ask.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.countersign.ask.LanguageModel;
import io.countersign.ask.ModelFailure;
import io.countersign.ask.ModelKey;
import io.countersign.ask.ModelSettings;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * A model behind Ollama's or OpenAI's protocol. Each question has a connection of its own, closed when the answer ends, is
 * cancelled, or takes too long. A server that is too busy is asked once more.
 */
public final class StreamedModel implements LanguageModel {
    private static final int CONTEXT_TOKENS = 16_384; // Ollama would cut a longer prompt at 4,096 without a word

    private final ModelSettings settings;
    private final ModelKey key;
    private final TimeLimits limits;

    private StreamedModel(ModelSettings settings, ModelKey key, TimeLimits limits) {
        this.settings = settings;
        this.key = key;
        this.limits = limits;
    }

    /** The model that is set up; empty when there is none, or the person did not agree to what asking it means. */
    public static Optional<LanguageModel> of(ModelSettings settings, ModelKey key, TimeLimits limits) {
        return settings.obstacle().isPresent()
                ? Optional.empty()
                : Optional.of(new StreamedModel(settings, key, limits));
    }

    @Override
    public String name() {
        return settings.model();
    }

    @Override
    public Reply write(Prompt prompt, Consumer<String> told, Progress progress) {
        var first = new Conversation(limits, told, progress);
        var busy = attempt(prompt, first);
        if (busy.isEmpty()) {
            return first.reply();
        }
        first.pause(busy.get());
        var second = new Conversation(limits, told, progress);
        return attempt(prompt, second).isEmpty() ? second.reply() : new Reply("", Optional.of(new ModelFailure.Busy()));
    }

    /** How long to wait before the next attempt, when the server is too busy for this one. */
    private Optional<Duration> attempt(Prompt prompt, Conversation conversation) {
        var signals = new LinkedBlockingQueue<Signal>();
        try (var client =
                new GuardedHttpClient(settings.address(), !settings.leavesComputer(), limits.connect(), signals::add)) {
            try {
                model(new FixedClient(client))
                        .chat(
                                List.of(SystemMessage.from(prompt.rules()), UserMessage.from(prompt.material())),
                                new ReplyHandler(signals::add));
            } catch (RuntimeException e) { // its message may hold the key: a header that is not allowed is quoted
                signals.add(Signal.End.of(new ModelFailure.Broken()));
            }
            return conversation.follow(signals);
        }
    }

    private StreamingChatModel model(FixedClient client) {
        var secret = key.find();
        return switch (settings.kind()) {
            case OLLAMA ->
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(settings.address())
                        .modelName(settings.model())
                        .customHeaders(secret.map(s -> Map.of("Authorization", "Bearer " + s))
                                .orElse(Map.of()))
                        .temperature(0.0)
                        .numCtx(CONTEXT_TOKENS)
                        .returnThinking(true)
                        .build();
            case OPENAI -> {
                var builder = OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(settings.address())
                        .modelName(settings.model())
                        .returnThinking(true);
                secret.ifPresent(builder::apiKey);
                yield builder.build();
            }
        };
    }
}
