package io.countersign.api.http;

import io.countersign.api.Refusal;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Says as problem documents what the server itself refuses, such as a header that is none. */
final class ProblemPages implements Request.Handler {
    private final RefusalLog refusals;

    ProblemPages(RefusalLog refusals) {
        this.refusals = refusals;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException known
                ? known.getCode()
                : response.getStatus();
        refusals.refused("a request: " + status);
        Answers.problem(request, response, new Refusal(status, detail(status)), callback);
        return true;
    }

    private static String detail(int status) {
        return switch (status) {
            case 408 -> "The request did not arrive in time.";
            case 413 -> "The body is too large.";
            case 414 -> "The address is too long.";
            case 431 -> "The headers are too large.";
            case 500 -> "Something unexpected happened. The details are in the log file.";
            case 503 -> "The server is stopping or busy.";
            default -> "The request is not one of HTTP as this server understands it.";
        };
    }
}
