package planted.mail.ui;

import planted.mail.MailService;

/** Breaks: a controller never sees a service. */
public record ServingController(MailService service) {}
