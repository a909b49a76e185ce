package io.countersign.approval.cli;

import io.countersign.approval.OnRequest;
import io.countersign.shared.cli.Output;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code withdraw [REQUEST]} */
@Command(
        name = "withdraw",
        description = "Takes back what was asked for, in a search or by ask, as far as it is still pending: the newest"
                + " request, or the given one.")
public final class WithdrawCommand implements Runnable {
    private final Supplier<OnRequest> requests;
    private final Output output;

    @Parameters(paramLabel = "REQUEST", arity = "0..1", description = "as ask and withdraw printed it")
    private @Nullable Long request;

    public WithdrawCommand(Supplier<OnRequest> requests, Output output) {
        this.requests = requests;
        this.output = output;
    }

    @Override
    public void run() {
        var result = requests.get()
                .withdraw(request == null ? OptionalLong.empty() : OptionalLong.of(request), output.progress());
        if (output.isJson()) {
            output.json(Output.object()
                    .put("request", result.request())
                    .put("withdrawn", result.withdrawn())
                    .put("decided", result.decided()));
        } else {
            output.line("Request " + result.request() + ": " + result.withdrawn() + " withdrawn"
                    + (result.decided() == 0 ? "." : ", " + result.decided() + " were decided meanwhile."));
        }
    }
}
