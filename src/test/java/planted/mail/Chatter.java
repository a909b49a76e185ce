package planted.mail;

import dev.langchain4j.data.message.UserMessage;

/** Breaks: only ask.llm knows a language model. */
public record Chatter(UserMessage message) {}
