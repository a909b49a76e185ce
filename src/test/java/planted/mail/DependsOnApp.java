package planted.mail;

import planted.app.Root;

/** Breaks: nothing depends on app. */
public record DependsOnApp(Root root) {}
