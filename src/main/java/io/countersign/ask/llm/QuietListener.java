package io.countersign.ask.llm;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import io.countersign.ask.ModelFailure;
import java.util.function.Consumer;

/** Keeps what a server sent out of the log: what cannot be read would be logged with pieces of it. */
final class QuietListener implements ServerSentEventListener {
    private final ServerSentEventListener listener;
    private final Consumer<Signal> signals;

    QuietListener(ServerSentEventListener listener, Consumer<Signal> signals) {
        this.listener = listener;
        this.signals = signals;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        listener.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        try {
            listener.onEvent(event, context);
        } catch (RuntimeException e) {
            signals.accept(Signal.End.of(new ModelFailure.Broken()));
        }
    }

    @Override
    public void onError(Throwable failure) {
        listener.onError(failure);
    }

    @Override
    public void onClose() {
        listener.onClose();
    }
}
