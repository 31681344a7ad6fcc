package org.territorydelta;

class A {}
