package planted.mail;

/** A service for a controller that must not see it. */
public final class MailService {}
