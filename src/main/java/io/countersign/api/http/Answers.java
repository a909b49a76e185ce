package io.countersign.api.http;

import io.countersign.api.Problem;
import io.countersign.api.Refusal;
import io.countersign.api.Reply;
import io.countersign.shared.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes answers; nothing of them is kept by anybody on the way. */
final class Answers {
    private static final String MADE_UP = "/badMessage";

    private Answers() {}

    static void whole(Response response, Reply.Whole reply, Callback callback) {
        response.setStatus(reply.status());
        var headers = response.getHeaders();
        guard(response);
        if (!reply.type().isEmpty()) {
            headers.put(HttpHeader.CONTENT_TYPE, reply.type());
        }
        reply.headers().forEach(headers::put);
        if (reply.status() != 204) {
            headers.put(HttpHeader.CONTENT_LENGTH, reply.content().length);
        }
        response.write(true, ByteBuffer.wrap(reply.content()), callback);
    }

    static void problem(Request request, Response response, Refusal refusal, Callback callback) {
        var content = Json.bytes(Problem.of(refusal, instance(request)));
        whole(response, new Reply.Whole(refusal.status(), Problem.TYPE, content, refusal.headers()), callback);
    }

    static void guard(Response response) {
        var headers = response.getHeaders();
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'none'");
    }

    /** The path, where it is a plain one: a URI reference needs to be valid. Of a request that is none the server makes one up. */
    private static String instance(Request request) {
        var path = request.getHttpURI().getPath();
        return path != null
                        && path.startsWith("/")
                        && !path.equals(MADE_UP)
                        && path.chars().allMatch(one -> one > ' ' && one < 127 && "\"<>\\^`{|}".indexOf(one) < 0)
                ? path
                : "";
    }
}
