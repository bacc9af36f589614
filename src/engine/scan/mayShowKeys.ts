/** Some of this has to stand in a text that prints what it reads from the environment: most have none of it. */
export const mayShowKeys = (text: string): boolean => named.test(text) && printing.test(text);

const named = /KEY|TOKEN|SECRET|PASSW|CREDENTIAL/;
const printing = /console\.|print|echo|puts|log|dump|Write/i;
