package planted.mail;

import org.eclipse.jetty.server.Server;

/** Breaks: only api.http knows Jetty. */
final class Listener {
    boolean listens(Server server) {
        return server.isStarted();
    }
}
