<?php

// Prints a hash of what a program would send to the provider.
function send(string $text): void
{
    if ($text === '') {
        throw new InvalidArgumentException('nothing to send');
    }
    echo hash('sha256', $text), "\n";
}

// What is only a warning is an error: code that was changed gives none.
set_error_handler(function (int $level, string $message): bool {
    throw new ErrorException($message, 0, $level);
});
