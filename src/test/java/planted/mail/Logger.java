package planted.mail;

import ch.qos.logback.classic.LoggerContext;

/** Breaks: only app knows Logback. */
record Logger(LoggerContext context) {}
