export class Appender {}
