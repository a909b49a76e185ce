package io.countersign.ask.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import io.countersign.ask.ModelFailure;
import java.util.Optional;
import java.util.function.Consumer;

/** Passes on text and nothing else: what a model thinks aloud or wants called is dropped. */
final class ReplyHandler implements StreamingChatResponseHandler {
    private final Consumer<Signal> signals;

    ReplyHandler(Consumer<Signal> signals) {
        this.signals = signals;
    }

    @Override
    public void onPartialResponse(String text) {
        signals.accept(new Signal.Piece(text));
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
        signals.accept(new Signal.Alive());
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        var reason = response.finishReason();
        if (reason == FinishReason.LENGTH) {
            signals.accept(Signal.End.of(new ModelFailure.TooLong()));
        } else if (reason == null || reason == FinishReason.CONTENT_FILTER) {
            signals.accept(Signal.End.of(new ModelFailure.Broken()));
        } else {
            signals.accept(new Signal.End(Optional.empty()));
        }
    }

    @Override
    public void onError(Throwable error) {
        signals.accept(Signal.End.of(new ModelFailure.Broken()));
    }
}
